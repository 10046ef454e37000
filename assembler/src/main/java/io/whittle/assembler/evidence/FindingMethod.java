package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.UnitUses.Sink;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.SourceValue;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** One method in which something is found, or handed on to where it may be. */
final class FindingMethod {
    /** An array of objects, as {@link Class#forName(String)} wants it named; its class is what is found. */
    private static final Pattern ARRAY = Pattern.compile("^\\[+L(.+);$");

    private final Finders finders;
    private final String module;
    private final ClassNode type;
    private final MethodNode method;
    private final Flow flow;

    FindingMethod(Finders finders, String module, ClassNode type, MethodNode method) {
        this.finders = finders;
        this.module = module;
        this.type = type;
        this.method = method;
        this.flow = Flow.of(type.name, method);
    }

    /** Takes what is found here, and what is handed to methods of which nothing is known yet. */
    void read() {
        int line = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction instanceof MethodInsnNode call && flow.isReached(call)) {
                Optional<Sinks> sink = Sinks.of(call);
                if (sink.isPresent()) {
                    found(call, sink.get(), place(line));
                } else if (finders.takesClass(call.owner, call.desc) || finders.takesName(call.owner, call.desc)) {
                    handedOn(call, place(line));
                }
            } else if (instruction instanceof InvokeDynamicInsnNode made && flow.isReached(made)) {
                referred(made, place(line));
            }
        }
    }

    /** Takes what is handed to methods that are known to hand it on. */
    void readCalls(Handers called) {
        int line = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction instanceof MethodInsnNode call && flow.isReached(call)) {
                for (int parameter : called.reachedBy(call)) {
                    handed(call, parameter, true, place(line));
                }
            } else if (instruction instanceof InvokeDynamicInsnNode made) {
                for (MethodInsnNode call : CallingMethods.referred(made.bsmArgs)) {
                    for (int parameter : called.reachedBy(call)) {
                        finders.add(new UnitUses.Call(name(call), parameter, Optional.empty(), false, place(line)));
                    }
                }
            }
        }
    }

    private void found(MethodInsnNode call, Sinks sink, CodePlace place) {
        SourceValue value = flow.argument(call, sink.argument());
        boolean optional = sink.sink() == Sink.SERVICE
                ? ProviderOutcome.isBorne(method, flow, call)
                : Outcome.bearsNotFound(method, call) || sink.mayBringNull(call) && Outcome.looks(method, flow, call);
        OptionalInt parameter = flow.parameter(value);
        if (parameter.isPresent()) {
            finders.add(new UnitUses.Forward(
                    here(), parameter.getAsInt(), Optional.of(sink.sink()), "", 0, optional, place));
            return;
        }
        for (AbstractInsnNode origin : value.insns) {
            Optional<String> name = name(origin);
            if (name.isEmpty()) {
                unknown(sink, place);
            } else if (sink.sink() == Sink.SERVICE) {
                finders.add(new UnitUses.Asked(name.get(), optional, place));
            } else {
                String whole = sink.sink() == Sink.RESOURCE ? path(call, name.get()) : name.get();
                finders.add(new UnitUses.Named(sink.sink(), whole, optional, place));
            }
        }
    }

    private void unknown(Sinks sink, CodePlace place) {
        // A file whose name is made at run time is the common case, and says nothing.
        if (sink.sink() == Sink.CLASS || sink.sink() == Sink.SERVICE) {
            finders.add(new UnitUses.Unknown(sink.sink(), place));
        }
    }

    /** Who gets a method as a function calls it with what he likes. */
    private void referred(InvokeDynamicInsnNode made, CodePlace place) {
        for (MethodInsnNode call : CallingMethods.referred(made.bsmArgs)) {
            Sinks.of(call).ifPresent(sink -> unknown(sink, place));
        }
    }

    private void handedOn(MethodInsnNode call, CodePlace place) {
        Type[] types = Type.getArgumentTypes(call.desc);
        for (int index = 0; index < types.length; index++) {
            if (Finders.isClass(types[index])
                    || Finders.isText(types[index]) && finders.takesName(call.owner, call.desc)) {
                handed(call, index, false, place);
            }
        }
    }

    /** Takes one argument; of what is made at run time only where the method is known to hand it on. */
    private void handed(MethodInsnNode call, int index, boolean isKnown, CodePlace place) {
        boolean isText = Finders.isText(Type.getArgumentTypes(call.desc)[index]);
        SourceValue value = flow.argument(call, index);
        OptionalInt parameter = flow.parameter(value);
        if (parameter.isPresent()) {
            finders.add(new UnitUses.Forward(
                    here(),
                    parameter.getAsInt(),
                    Optional.empty(),
                    name(call),
                    index,
                    goesOnWithout(call, isText),
                    place));
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        boolean allNamed = true;
        for (AbstractInsnNode origin : value.insns) {
            Optional<String> name = name(origin).filter(text -> isKnown || !isText || NameShape.fits(text));
            name.ifPresent(names::add);
            allNamed &= name.isPresent();
        }
        boolean someMade = !allNamed && (isKnown || isText && !names.isEmpty());
        if (names.isEmpty() && !someMade) {
            return;
        }
        boolean optional = goesOnWithout(call, isText);
        names.forEach(each -> finders.add(new UnitUses.Call(name(call), index, Optional.of(each), optional, place)));
        if (someMade) {
            finders.add(new UnitUses.Call(name(call), index, Optional.empty(), optional, place));
        }
    }

    /** Whether the code goes on where what is handed to a call brings nothing. */
    private boolean goesOnWithout(MethodInsnNode call, boolean isText) {
        return isText
                ? Outcome.bearsNotFound(method, call) || Outcome.looks(method, flow, call)
                : ProviderOutcome.isBorne(method, flow, call);
    }

    private CodePlace place(int line) {
        return new CodePlace(
                module, type.name.replace('/', '.'), method.name, Optional.ofNullable(type.sourceFile), line);
    }

    private static String name(MethodInsnNode call) {
        return call.owner + "." + call.name + call.desc;
    }

    private String here() {
        return type.name + "." + method.name + method.desc;
    }

    /** The name that an instruction loads, or asks a class for. */
    private Optional<String> name(AbstractInsnNode origin) {
        if (Flow.constant(origin) instanceof String text) {
            return Optional.of(ARRAY.matcher(text).replaceFirst("$1"));
        }
        if (Flow.constant(origin) instanceof Type constant && constant.getSort() == Type.OBJECT) {
            return Optional.of(constant.getClassName());
        }
        return origin instanceof MethodInsnNode call
                        && call.name.equals("getName")
                        && call.owner.equals("java/lang/Class")
                        && flow.isReached(call)
                        && flow.argument(call, -1).insns.size() == 1
                ? name(flow.argument(call, -1).insns.iterator().next())
                : Optional.empty();
    }

    /** A path that is not from the root begins at the package of the class that is asked. */
    private String path(MethodInsnNode call, String name) {
        if (!call.owner.equals("java/lang/Class") || call.getOpcode() == Opcodes.INVOKESTATIC) {
            return name;
        }
        if (name.startsWith("/")) {
            return name.substring(1);
        }
        String asked = flow.argument(call, -1).insns.stream()
                .map(Flow::constant)
                .filter(Type.class::isInstance)
                .map(constant -> ((Type) constant).getInternalName())
                .findFirst()
                .orElse(type.name);
        return asked.substring(0, asked.lastIndexOf('/') + 1) + name;
    }
}
