package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.PossibleAsks;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

import java.util.HashSet;
import java.util.Set;

/**
 * Marks the methods of a class that are worth more than a look, while another visitor sees them: those in which something is found, or a
 * class or a name handed on, and those that ask the JDK. Only of them trees are made, which are dear.
 */
final class MarkedMethods extends ClassVisitor {
    private final Finders finders;
    private final PossibleAsks asks;
    private final Set<String> finding = new HashSet<>();
    private final Set<String> asking = new HashSet<>();

    /**
     * For one class.
     *
     * @param others sees all that is seen here
     */
    MarkedMethods(Finders finders, PossibleAsks asks, ClassVisitor others) {
        super(Opcodes.ASM9, others);
        this.finders = finders;
        this.asks = asks;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        return new InMethod(method + descriptor, super.visitMethod(access, method, descriptor, signature, exceptions));
    }

    boolean isEmpty() {
        return finding.isEmpty() && asking.isEmpty();
    }

    /** Whether something is found in a method, or a class handed on. */
    boolean isFinding(MethodNode method) {
        return finding.contains(method.name + method.desc);
    }

    /** Whether a method asks the JDK. */
    boolean isAsking(MethodNode method) {
        return asking.contains(method.name + method.desc);
    }

    boolean isAnyAsking() {
        return !asking.isEmpty();
    }

    /** The class with none but these methods; with its initializer where one asks, for that makes its constants. */
    ClassNode trees(ClassReader reader) {
        return ChosenMethods.trees(
                reader,
                method -> finding.contains(method)
                        || asking.contains(method)
                        || isAnyAsking() && method.equals("<clinit>()V"));
    }

    private final class InMethod extends MethodVisitor {
        private final String method;
        private boolean finds;
        private boolean handsOn;
        private boolean handsName;
        private boolean asksJdk;
        // Only a constant, or a parameter that is a class or cast to one, is followed.
        private boolean hasClass;
        private boolean hasName;

        InMethod(String method, MethodVisitor others) {
            super(Opcodes.ASM9, others);
            this.method = method;
            this.hasClass = method.contains("Ljava/lang/Class;");
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean isInterface) {
            finds |= Sinks.of(owner, name, desc).isPresent();
            handsOn |= finders.takesClass(owner, desc);
            handsName |= hasName && finders.takesName(owner, desc);
            asksJdk |= asks.mayBe(owner, name, desc);
            super.visitMethodInsn(opcode, owner, name, desc, isInterface);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String desc) {
            asksJdk |= asks.mayBe(owner, name, desc);
            super.visitFieldInsn(opcode, owner, name, desc);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String desc, Handle bootstrap, Object... arguments) {
            finds |= CallingMethods.referred(arguments).stream()
                    .anyMatch(call -> Sinks.of(call).isPresent());
            super.visitInvokeDynamicInsn(name, desc, bootstrap, arguments);
        }

        @Override
        public void visitLdcInsn(Object value) {
            hasClass |= value instanceof Type;
            hasName |= value instanceof String text && NameShape.fits(text);
            super.visitLdcInsn(value);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            hasClass |= opcode == Opcodes.CHECKCAST && type.equals("java/lang/Class");
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitEnd() {
            if (finds || handsOn && hasClass || handsName) {
                finding.add(method);
            }
            if (asksJdk) {
                asking.add(method);
            }
            super.visitEnd();
        }
    }
}
