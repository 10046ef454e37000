package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The methods of a class in which something is found, or a class handed on, as trees. */
final class FinderMethods {
    private FinderMethods() {}

    /** The class with none but these methods. */
    static ClassNode of(ClassReader reader, Predicate<MethodInsnNode> takesClass) {
        Set<String> ofInterest = new HashSet<>();
        reader.accept(new Marker(ofInterest, takesClass), ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
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

        Marker(Set<String> ofInterest, Predicate<MethodInsnNode> takesClass) {
            super(Opcodes.ASM9);
            this.takesClass = takesClass;
            this.ofInterest = ofInterest;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                private boolean found;
                private boolean handedOn;
                // Only a constant, or a parameter that is a class or cast to one, is followed.
                private boolean hasClass = descriptor.contains("Ljava/lang/Class;");

                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean isInterface) {
                    MethodInsnNode call = new MethodInsnNode(opcode, owner, name, desc, isInterface);
                    found |= Sinks.of(call).isPresent();
                    handedOn |= takesClass.test(call);
                }

                @Override
                public void visitLdcInsn(Object value) {
                    hasClass |= value instanceof Type;
                }

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    hasClass |= opcode == Opcodes.CHECKCAST && type.equals("java/lang/Class");
                }

                @Override
                public void visitEnd() {
                    if (found || handedOn && hasClass) {
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
