package io.whittle.assembler.evidence;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classes elsewhere that one method names, each with its line and whether the method would go on without it. */
final class MethodReferences extends MethodVisitor {
    /** What is thrown where a class is missing, and what takes that. */
    private static final Set<String> BEARING = Set.of(
            "java/lang/NoClassDefFoundError", "java/lang/LinkageError", "java/lang/Error", "java/lang/Throwable");

    /** What takes that a class is not found by its name. */
    private static final Set<String> NOT_FOUND = Set.of(
            "java/lang/ClassNotFoundException",
            "java/lang/ReflectiveOperationException",
            "java/lang/Exception",
            "java/lang/Throwable");

    /** Who asks for these insists that the module is there. */
    private static final Set<String> INSISTING = Set.of("get", "orElseThrow");

    /** Between the name and the call a class loader is fetched. */
    private static final int FROM_LOADER = 4;

    /** One use, before it is known what the method catches and tests. */
    record Use(String target, int line, int at) {}

    private record Catch(Label from, Label to, Label handler, String type) {}

    /** Takes what was found, once the whole method is known. */
    @FunctionalInterface
    interface Found {
        void take(Use use, boolean optional);
    }

    private final References references;
    private final Found found;
    private final List<Use> uses = new ArrayList<>();
    private final List<Catch> catches = new ArrayList<>();
    private final Map<Label, Integer> labels = new HashMap<>();
    private final MethodWays ways = new MethodWays();
    private final String owner;
    private final PresenceTests.OfMethod tests;
    private final List<Use> sought = new ArrayList<>();
    private Optional<Use> askedFor = Optional.empty();

    /** A class that a module was asked for, until it is clear whether it is compared with null. */
    private Optional<Use> ofModule = Optional.empty();

    private List<Catch> goingOn = List.of();
    private String lastText = "";
    private int lastTextAt;
    private int line;
    private int at;

    /**
     * For one method.
     *
     * @param owner its class, by its internal name
     */
    MethodReferences(References references, String owner, PresenceTests.OfMethod tests, Found found) {
        super(Opcodes.ASM9);
        this.owner = owner;
        this.tests = tests;
        this.references = references;
        this.found = found;
    }

    /** A class, by its internal name, or an array, by its descriptor. */
    void use(String type) {
        if (type.startsWith("[")) {
            describe(type);
        } else if (references.isElsewhere(type)) {
            hold(type);
        }
    }

    /** A method of a class, by the internal name of the class. */
    private void call(String target, String method, String descriptor) {
        use(target);
        describe(descriptor);
        references.call(target, method, descriptor);
    }

    /** The text that was loaded no more than some instructions before; none that was loaded for something else. */
    private String textBefore(int instructions) {
        return at - lastTextAt <= instructions ? lastText : "";
    }

    /** What a descriptor names. */
    void describe(String descriptor) {
        List<String> targets = references.elsewhereIn(descriptor);
        // Most name none, and this is asked of every instruction.
        for (int i = 0; i < targets.size(); i++) {
            hold(targets.get(i));
        }
    }

    private void hold(String target) {
        uses.add(new Use(target, line, at));
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
    }

    @Override
    public void visitLabel(Label label) {
        labels.put(label, at);
        // Handlers are told before the first instruction.
        if (!catches.isEmpty()) {
            ways.label(label);
        }
    }

    @Override
    public void visitJumpInsn(int opcode, Label to) {
        if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
            ofModule.ifPresent(type -> tests.test(type.target(), type.at()));
        }
        ofModule = Optional.empty();
        if (!catches.isEmpty()) {
            ways.jump(to, opcode == Opcodes.GOTO);
        }
    }

    @Override
    public void visitTableSwitchInsn(int least, int most, Label otherwise, Label... to) {
        if (!catches.isEmpty()) {
            ways.choose(otherwise, to);
        }
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] to) {
        if (!catches.isEmpty()) {
            ways.choose(otherwise, to);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (!catches.isEmpty() && (opcode == Opcodes.ATHROW || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)) {
            ways.leave(opcode != Opcodes.ATHROW);
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        if (type != null) {
            if (BEARING.contains(type) || NOT_FOUND.contains(type)) {
                catches.add(new Catch(start, end, handler, type));
            }
            use(type);
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        at++;
        use(type);
    }

    @Override
    public void visitFieldInsn(int opcode, String target, String field, String descriptor) {
        at++;
        use(target);
        describe(descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String target, String called, String descriptor, boolean isInterface) {
        at++;
        call(target, called, descriptor);
        ofModule = Optional.empty();
        if (called.equals("findModule") && target.equals("java/lang/ModuleLayer")) {
            askedFor = Optional.of(new Use(textBefore(1), line, at));
        } else if (target.equals("java/util/Optional")) {
            askedFor.filter(module -> !INSISTING.contains(called))
                    .ifPresent(module -> tests.test(module.target(), module.at()));
            askedFor = Optional.empty();
        } else if (called.equals("forName") && descriptor.startsWith("(Ljava/lang/Module;")) {
            ofModule = Optional.of(new Use(textBefore(1), line, at));
        } else if (called.equals("forName") && target.equals("java/lang/Class")) {
            sought.add(new Use(textBefore(descriptor.contains("ClassLoader") ? FROM_LOADER : 1), line, at));
        } else if (target.equals(owner) && descriptor.endsWith(")Z")) {
            tests.ask(called + descriptor, at);
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String called, String descriptor, Handle bootstrap, Object... arguments) {
        at++;
        describe(descriptor);
        constant(bootstrap);
        for (Object argument : arguments) {
            constant(argument);
            if (argument instanceof Handle handle
                    && handle.getOwner().equals(owner)
                    && handle.getName().startsWith("lambda$")) {
                tests.make(handle.getName() + handle.getDesc(), at);
            }
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        at++;
        if (value instanceof String text) {
            lastText = text;
            lastTextAt = at;
        }
        constant(value);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        at++;
        describe(descriptor);
    }

    private void constant(Object value) {
        if (value instanceof Type type) {
            describe(type.getDescriptor());
        } else if (value instanceof Handle handle) {
            call(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (value instanceof ConstantDynamic dynamic) {
            describe(dynamic.getDescriptor());
            constant(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    @Override
    public void visitEnd() {
        goingOn = catches.stream().filter(each -> ways.goesOn(each.handler())).toList();
        sought.stream().filter(type -> isIn(type, NOT_FOUND)).forEach(type -> tests.test(type.target(), type.at()));
        Set<Use> once = new HashSet<>();
        for (Use use : uses) {
            // One line that names a class three times is one place.
            boolean borne = isIn(use, BEARING);
            if (once.add(new Use(use.target(), use.line(), borne ? 1 : 0))) {
                found.take(use, borne);
            }
        }
    }

    /** Whether the use stands where one of these is caught and the method goes on. */
    private boolean isIn(Use use, Set<String> types) {
        return goingOn.stream()
                .anyMatch(each -> types.contains(each.type())
                        && labels.get(each.from()) < use.at()
                        && use.at() <= labels.get(each.to()));
    }
}
