package io.whittle.assembler.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/**
 * How many values an instruction takes from the stack and puts there, a number of any size being one. Of those that take more or fewer
 * according to the size of what is there, and of those after which the next does not follow, nothing is told.
 */
final class StackChange {
    private static final int UNTOLD = -1;

    private StackChange() {}

    /** How many values an instruction pushes; -1 where that is not told here. */
    static int pushes(AbstractInsnNode at) {
        int opcode = at.getOpcode();
        if (opcode <= Opcodes.SALOAD) {
            return opcode == Opcodes.NOP ? 0 : 1;
        }
        if (opcode <= Opcodes.SASTORE || opcode == Opcodes.IINC) {
            return 0;
        }
        if (opcode >= Opcodes.IADD && opcode <= Opcodes.DCMPG) {
            return 1;
        }
        if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IF_ACMPNE) {
            return 0;
        }
        return switch (opcode) {
            case Opcodes.GETSTATIC,
                    Opcodes.GETFIELD,
                    Opcodes.NEW,
                    Opcodes.CHECKCAST,
                    Opcodes.ANEWARRAY,
                    Opcodes.MULTIANEWARRAY,
                    Opcodes.NEWARRAY,
                    Opcodes.ARRAYLENGTH,
                    Opcodes.INSTANCEOF -> 1;
            case Opcodes.DUP -> 2;
            case Opcodes.POP,
                    Opcodes.PUTFIELD,
                    Opcodes.PUTSTATIC,
                    Opcodes.MONITORENTER,
                    Opcodes.MONITOREXIT,
                    Opcodes.IFNULL,
                    Opcodes.IFNONNULL -> 0;
            default -> pushedByCall(at);
        };
    }

    private static int pushedByCall(AbstractInsnNode at) {
        String descriptor = descriptor(at);
        if (descriptor.isEmpty()) {
            return UNTOLD;
        }
        return descriptor.endsWith(")V") ? 0 : 1;
    }

    /** How many values an instruction pops; -1 where that is not told here. */
    static int pops(AbstractInsnNode at) {
        int opcode = at.getOpcode();
        if (opcode <= Opcodes.ALOAD) {
            return 0;
        }
        if (opcode <= Opcodes.SASTORE) {
            return opcode <= Opcodes.SALOAD ? 2 : opcode <= Opcodes.ASTORE ? 1 : 3;
        }
        if (opcode >= Opcodes.IADD && opcode <= Opcodes.DCMPG) {
            return poppedByArithmetic(opcode);
        }
        if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IF_ACMPNE) {
            return opcode < Opcodes.IF_ICMPEQ ? 1 : 2;
        }
        return switch (opcode) {
            case Opcodes.GETSTATIC, Opcodes.NEW -> 0;
            case Opcodes.GETFIELD,
                    Opcodes.CHECKCAST,
                    Opcodes.ANEWARRAY,
                    Opcodes.NEWARRAY,
                    Opcodes.ARRAYLENGTH,
                    Opcodes.INSTANCEOF,
                    Opcodes.DUP,
                    Opcodes.POP,
                    Opcodes.PUTSTATIC,
                    Opcodes.MONITORENTER,
                    Opcodes.MONITOREXIT,
                    Opcodes.IFNULL,
                    Opcodes.IFNONNULL -> 1;
            case Opcodes.PUTFIELD -> 2;
            case Opcodes.MULTIANEWARRAY -> ((MultiANewArrayInsnNode) at).dims;
            default -> poppedByCall(at);
        };
    }

    private static int poppedByArithmetic(int opcode) {
        if (opcode == Opcodes.IINC) {
            return 0;
        }
        boolean isOfOne =
                opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG || opcode >= Opcodes.I2L && opcode <= Opcodes.I2S;
        return isOfOne ? 1 : 2;
    }

    private static int poppedByCall(AbstractInsnNode at) {
        String descriptor = descriptor(at);
        if (descriptor.isEmpty()) {
            return UNTOLD;
        }
        boolean hasReceiver = at instanceof MethodInsnNode && at.getOpcode() != Opcodes.INVOKESTATIC;
        return Type.getArgumentCount(descriptor) + (hasReceiver ? 1 : 0);
    }

    private static String descriptor(AbstractInsnNode at) {
        if (at instanceof MethodInsnNode call) {
            return call.desc;
        }
        return at instanceof InvokeDynamicInsnNode dynamic ? dynamic.desc : "";
    }
}
