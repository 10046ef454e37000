package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.UnitUses.Sink;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SourceValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Follows what is handed to methods that find things by name or load services, in the classes of one jar: to constants, to parameters of
 * the method around them, or to nowhere.
 */
final class Finders {
    private final String module;
    private final Predicate<String> ofJdk;
    private final List<UnitUses.Named> names = new ArrayList<>();
    private final List<UnitUses.Asked> services = new ArrayList<>();
    private final List<UnitUses.Call> calls = new ArrayList<>();
    private final List<UnitUses.Forward> forwards = new ArrayList<>();
    private final List<UnitUses.Unknown> unknowns = new ArrayList<>();

    /**
     * For one jar.
     *
     * @param ofJdk whether a class, by its internal name, is the JDK's: its methods are known, and hand on to nobody
     */
    Finders(String module, Predicate<String> ofJdk) {
        this.module = module;
        this.ofJdk = ofJdk;
    }

    List<UnitUses.Named> names() {
        return names;
    }

    List<UnitUses.Asked> services() {
        return services;
    }

    List<UnitUses.Call> calls() {
        return calls;
    }

    List<UnitUses.Forward> forwards() {
        return forwards;
    }

    List<UnitUses.Unknown> unknowns() {
        return unknowns;
    }

    /** Reads a method in which something is found, or a class handed on. */
    void read(ClassNode type, MethodNode method) throws AnalyzerException {
        new InMethod(type, method).read();
    }

    /** Whether a method takes a class and may hand it on. */
    boolean takesClass(String owner, String descriptor) {
        int taken = descriptor.indexOf("Ljava/lang/Class;");
        return taken >= 0 && taken < descriptor.indexOf(')') && !ofJdk.test(owner);
    }

    private final class InMethod {
        private final ClassNode type;
        private final MethodNode method;
        private final Flow flow;

        InMethod(ClassNode type, MethodNode method) throws AnalyzerException {
            this.type = type;
            this.method = method;
            this.flow = Flow.of(type.name, method);
        }

        void read() {
            int line = 0;
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof LineNumberNode number) {
                    line = number.line;
                } else if (instruction instanceof MethodInsnNode call && flow.isReached(call)) {
                    CodePlace place = new CodePlace(
                            module,
                            type.name.replace('/', '.'),
                            method.name,
                            Optional.ofNullable(type.sourceFile),
                            line);
                    Optional<Sinks> sink = Sinks.of(call);
                    if (sink.isPresent()) {
                        found(call, sink.get(), place);
                    } else if (takesClass(call.owner, call.desc)) {
                        handedOn(call, place);
                    }
                }
            }
        }

        private void found(MethodInsnNode call, Sinks sink, CodePlace place) {
            SourceValue value = flow.argument(call, sink.argument());
            boolean optional = sink.sink() == Sink.SERVICE
                    ? Outcome.bearsNoProvider(method, flow, call)
                    : Outcome.bearsNotFound(method, call)
                            || sink.sink() == Sink.RESOURCE && Outcome.looks(method, flow, call);
            OptionalInt parameter = flow.parameter(value);
            if (parameter.isPresent()) {
                forwards.add(new UnitUses.Forward(
                        here(), parameter.getAsInt(), Optional.of(sink.sink()), "", 0, optional, place));
                return;
            }
            for (AbstractInsnNode origin : value.insns) {
                Optional<String> name = name(origin);
                if (name.isEmpty()) {
                    // A file whose name is made at run time is the common case, and says nothing.
                    if (sink.sink() == Sink.CLASS || sink.sink() == Sink.SERVICE) {
                        unknowns.add(new UnitUses.Unknown(sink.sink(), place));
                    }
                } else if (sink.sink() == Sink.SERVICE) {
                    services.add(new UnitUses.Asked(name.get(), optional, place));
                } else {
                    String whole = sink.sink() == Sink.RESOURCE ? path(call, name.get()) : name.get();
                    names.add(new UnitUses.Named(sink.sink(), whole, optional, place));
                }
            }
        }

        private void handedOn(MethodInsnNode call, CodePlace place) {
            Type[] types = Type.getArgumentTypes(call.desc);
            String target = call.owner + "." + call.name + call.desc;
            for (int index = 0; index < types.length; index++) {
                if (!types[index].getDescriptor().equals("Ljava/lang/Class;")) {
                    continue;
                }
                SourceValue value = flow.argument(call, index);
                boolean optional = Outcome.bearsNoProvider(method, flow, call);
                OptionalInt parameter = flow.parameter(value);
                if (parameter.isPresent()) {
                    forwards.add(new UnitUses.Forward(
                            here(), parameter.getAsInt(), Optional.empty(), target, index, optional, place));
                }
                for (AbstractInsnNode origin : value.insns) {
                    if (Flow.constant(origin) instanceof Type constant && constant.getSort() == Type.OBJECT) {
                        calls.add(new UnitUses.Call(target, index, constant.getClassName(), optional, place));
                    }
                }
            }
        }

        private String here() {
            return type.name + "." + method.name + method.desc;
        }

        /** The name that an instruction loads, or asks a class for. */
        private Optional<String> name(AbstractInsnNode origin) {
            if (Flow.constant(origin) instanceof String text) {
                return Optional.of(text);
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
}
