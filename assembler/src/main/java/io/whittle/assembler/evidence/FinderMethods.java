package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The methods of a class in which something is found, or a class handed on, as trees. */
final class FinderMethods {
    private FinderMethods() {}

    /** The class with none but the methods that find something, or call one of these with a class, or with a name. */
    static ClassNode of(ClassReader reader, Predicate<MethodInsnNode> takesClass, Predicate<MethodInsnNode> takesName) {
        return chosen(reader, ofInterest -> new Marker(ofInterest, takesClass, takesName));
    }

    /** The class with none but the methods that call one of these, or hand it on as a function. */
    static ClassNode calling(ClassReader reader, Predicate<MethodInsnNode> called) {
        return chosen(reader, ofInterest -> new Callers(ofInterest, called));
    }

    /** The methods that are handed to a bootstrap method, as if each were called. */
    static List<MethodInsnNode> referred(Object[] arguments) {
        List<MethodInsnNode> referred = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                referred.add(new MethodInsnNode(
                        handle.getTag() == Opcodes.H_INVOKESTATIC ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
                        handle.getOwner(),
                        handle.getName(),
                        handle.getDesc(),
                        handle.isInterface()));
            }
        }
        return referred;
    }

    private static ClassNode chosen(ClassReader reader, Function<Set<String>, ClassVisitor> marker) {
        Set<String> ofInterest = new HashSet<>();
        reader.accept(marker.apply(ofInterest), ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        ClassNode type = new Chosen(ofInterest);
        if (!ofInterest.isEmpty()) {
            reader.accept(type, ClassReader.SKIP_FRAMES);
        }
        return type;
    }

    /** Marks methods that are worth more than a look: trees of instructions are dear. */
    private static final class Marker extends ClassVisitor {
        private final Set<String> ofInterest;
        private final Predicate<MethodInsnNode> takesClass;
        private final Predicate<MethodInsnNode> takesName;

        Marker(Set<String> ofInterest, Predicate<MethodInsnNode> takesClass, Predicate<MethodInsnNode> takesName) {
            super(Opcodes.ASM9);
            this.takesClass = takesClass;
            this.takesName = takesName;
            this.ofInterest = ofInterest;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                private boolean found;
                private boolean handedOn;
                private boolean handedName;
                private boolean hasName;
                // Only a constant, or a parameter that is a class or cast to one, is followed.
                private boolean hasClass = descriptor.contains("Ljava/lang/Class;");

                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean isInterface) {
                    MethodInsnNode call = new MethodInsnNode(opcode, owner, name, desc, isInterface);
                    found |= Sinks.of(call).isPresent();
                    handedOn |= takesClass.test(call);
                    handedName |= hasName && takesName.test(call);
                }

                @Override
                public void visitInvokeDynamicInsn(String name, String desc, Handle bootstrap, Object... arguments) {
                    found |= referred(arguments).stream()
                            .anyMatch(call -> Sinks.of(call).isPresent());
                }

                @Override
                public void visitLdcInsn(Object value) {
                    hasClass |= value instanceof Type;
                    hasName |= value instanceof String text && NameShape.fits(text);
                }

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    hasClass |= opcode == Opcodes.CHECKCAST && type.equals("java/lang/Class");
                }

                @Override
                public void visitEnd() {
                    if (found || handedOn && hasClass || handedName) {
                        ofInterest.add(method + descriptor);
                    }
                }
            };
        }
    }

    /** Marks methods that call one of some. */
    private static final class Callers extends ClassVisitor {
        private final Set<String> ofInterest;
        private final Predicate<MethodInsnNode> called;

        Callers(Set<String> ofInterest, Predicate<MethodInsnNode> called) {
            super(Opcodes.ASM9);
            this.ofInterest = ofInterest;
            this.called = called;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean isInterface) {
                    mark(new MethodInsnNode(opcode, owner, name, desc, isInterface));
                }

                @Override
                public void visitInvokeDynamicInsn(String name, String desc, Handle bootstrap, Object... arguments) {
                    referred(arguments).forEach(this::mark);
                }

                private void mark(MethodInsnNode call) {
                    if (called.test(call)) {
                        ofInterest.add(method + descriptor);
                    }
                }
            };
        }
    }

    /** A class with none but the marked of its methods. */
    private static final class Chosen extends ClassNode {
        private final Set<String> marked;

        Chosen(Set<String> marked) {
            super(Opcodes.ASM9);
            this.marked = marked;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return marked.contains(method + descriptor)
                    ? super.visitMethod(access, method, descriptor, signature, exceptions)
                    : null;
        }
    }
}
