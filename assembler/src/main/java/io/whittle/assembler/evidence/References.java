package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Collects which classes elsewhere the methods and declarations of a jar's classes name. Annotations are passed over: the JVM does
 * without the class of one, and says nothing.
 */
final class References {
    /** Who catches one of these goes on without the class. */
    private static final Set<String> BEARING = Set.of("java/lang/NoClassDefFoundError", "java/lang/LinkageError");

    private final String module;
    private final Predicate<String> elsewhere;
    private final Map<Key, Found> found = new TreeMap<>();

    /** By descriptor: the classes elsewhere that it names. Few descriptors stand in many instructions. */
    private final Map<String, List<String>> elsewhereIn = new HashMap<>();

    /** What is told together. */
    private record Key(String target, boolean optional, List<String> guards) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTarget = target.compareTo(other.target);
            int byStrength = byTarget == 0 ? Boolean.compare(optional, other.optional) : byTarget;
            return byStrength == 0 ? guards.toString().compareTo(other.guards.toString()) : byStrength;
        }
    }

    private static final class Found {
        private final TreeSet<CodePlace> places = new TreeSet<>();
        private int count;

        void add(CodePlace place) {
            count++;
            places.add(place);
            if (places.size() > UnitReader.MOST_PLACES) {
                places.pollLast();
            }
        }
    }

    /**
     * For one jar.
     *
     * @param elsewhere whether a class, by its internal name, stands neither in this jar nor in the JDK
     */
    References(String module, Predicate<String> elsewhere) {
        this.module = module;
        this.elsewhere = elsewhere;
    }

    /** Reads one class. Linear in its size. */
    void read(ClassReader reader) {
        reader.accept(new OfClass(), ClassReader.SKIP_FRAMES);
    }

    /** What was found, by target. */
    List<UnitUses.Reference> all() {
        List<UnitUses.Reference> all = new ArrayList<>();
        found.forEach((key, each) -> all.add(new UnitUses.Reference(
                key.target(), key.optional(), new TreeSet<>(key.guards()), List.copyOf(each.places), each.count)));
        return all;
    }

    private final class OfClass extends ClassVisitor {
        private String name = "";
        private Optional<String> file = Optional.empty();
        private final List<String> declared = new ArrayList<>();

        OfClass() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int access, String className, String signature, String superName, String[] interfaces) {
            name = className;
            if (superName != null) {
                declared.add(superName);
            }
            declared.addAll(List.of(interfaces));
        }

        @Override
        public void visitSource(String source, String debug) {
            file = Optional.ofNullable(source);
        }

        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
            elsewhereIn(descriptor).forEach(target -> add(target, field));
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            OfMethod visitor = new OfMethod(this, method);
            elsewhereIn(descriptor).forEach(visitor::hold);
            if (exceptions != null) {
                List.of(exceptions).forEach(visitor::use);
            }
            return visitor;
        }

        @Override
        public void visitEnd() {
            declared.forEach(target -> add(target, ""));
        }

        private void add(String target, String member) {
            if (elsewhere.test(target)) {
                References.this.add(target, false, List.of(), place(member, 0));
            }
        }

        CodePlace place(String member, int line) {
            return new CodePlace(module, name.replace('/', '.'), member, file, line);
        }
    }

    private void add(String target, boolean optional, List<String> guards, CodePlace place) {
        found.computeIfAbsent(new Key(target.replace('/', '.'), optional, guards), key -> new Found())
                .add(place);
    }

    /** One use, before it is known what the method catches and tests. */
    private record Use(String target, int line, int at) {}

    private record Catch(Label from, Label to, String type) {}

    private final class OfMethod extends MethodVisitor {
        private final OfClass owner;
        private final String method;
        private final List<Use> uses = new ArrayList<>();
        private final List<Catch> catches = new ArrayList<>();
        private final Map<Label, Integer> labels = new HashMap<>();
        private final Set<String> guards = new TreeSet<>();
        private String lastText = "";
        private int line;
        private int at;

        OfMethod(OfClass owner, String method) {
            super(Opcodes.ASM9);
            this.owner = owner;
            this.method = method;
        }

        /** A class, by its internal name, or an array, by its descriptor. */
        void use(String type) {
            if (type.startsWith("[")) {
                describe(type);
            } else if (elsewhere.test(type)) {
                hold(type);
            }
        }

        private void describe(String descriptor) {
            List<String> targets = elsewhereIn(descriptor);
            // Most name none, and this is asked of every instruction.
            for (int i = 0; i < targets.size(); i++) {
                hold(targets.get(i));
            }
        }

        void hold(String target) {
            uses.add(new Use(target, line, at));
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitLabel(Label label) {
            labels.put(label, at);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            if (type != null) {
                catches.add(new Catch(start, end, type));
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
            use(target);
            describe(descriptor);
            if (called.equals("findModule") && target.equals("java/lang/ModuleLayer")) {
                guards.add(lastText);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String called, String descriptor, Handle bootstrap, Object... arguments) {
            at++;
            describe(descriptor);
            constant(bootstrap);
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            at++;
            lastText = value instanceof String text ? text : "";
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
                use(handle.getOwner());
                describe(handle.getDesc());
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
            Set<Use> once = new HashSet<>();
            for (Use use : uses) {
                // One line that names a class three times is one place.
                if (once.add(new Use(use.target(), use.line(), isBorne(use) ? 1 : 0))) {
                    add(use.target(), isBorne(use), List.copyOf(guards), owner.place(method, use.line()));
                }
            }
        }

        private boolean isBorne(Use use) {
            return catches.stream()
                    .anyMatch(each -> BEARING.contains(each.type())
                            && labels.get(each.from()) < use.at()
                            && use.at() <= labels.get(each.to()));
        }
    }

    private List<String> elsewhereIn(String descriptor) {
        return elsewhereIn.computeIfAbsent(
                descriptor,
                text -> named(Type.getType(text)).stream().filter(elsewhere).toList());
    }

    /** The classes a type names, by their internal names. */
    private static List<String> named(Type type) {
        return switch (type.getSort()) {
            case Type.OBJECT -> List.of(type.getInternalName());
            case Type.ARRAY -> named(type.getElementType());
            case Type.METHOD -> {
                List<String> names = new ArrayList<>(named(type.getReturnType()));
                for (Type argument : type.getArgumentTypes()) {
                    names.addAll(named(argument));
                }
                yield names;
            }
            default -> List.of();
        };
    }
}
