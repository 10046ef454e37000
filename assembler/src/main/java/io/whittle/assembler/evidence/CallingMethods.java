package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The methods of a class that call one of some, or hand it on as a function. */
final class CallingMethods extends ClassVisitor {
    private final Predicate<MethodInsnNode> called;
    private final Set<String> calling = new HashSet<>();

    private CallingMethods(Predicate<MethodInsnNode> called) {
        super(Opcodes.ASM9);
        this.called = called;
    }

    /** The class with none but these methods. */
    static ClassNode trees(ClassReader reader, Predicate<MethodInsnNode> called) {
        CallingMethods methods = new CallingMethods(called);
        reader.accept(methods, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        return ChosenMethods.trees(reader, methods.calling::contains);
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
                    calling.add(method + descriptor);
                }
            }
        };
    }
}
