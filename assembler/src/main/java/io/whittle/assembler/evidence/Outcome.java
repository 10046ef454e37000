package io.whittle.assembler.evidence;

import io.whittle.assembler.flow.Jumps;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

import java.util.Set;

/** Whether a method goes on where what it asked for is not there. */
final class Outcome {
    private static final Set<String> NOT_FOUND = Set.of(
            "java/lang/ClassNotFoundException",
            "java/lang/ReflectiveOperationException",
            "java/lang/NoClassDefFoundError",
            "java/lang/LinkageError",
            "java/lang/Exception",
            "java/lang/Throwable",
            "java/util/MissingResourceException");

    private static final Set<Integer> BEFORE_CLOSE =
            Set.of(Opcodes.ALOAD, Opcodes.ACONST_NULL, Opcodes.IFNULL, Opcodes.IFNONNULL);

    private static final Set<String> CLOSING = Set.of("close", "$closeResource");

    private Outcome() {}

    /** Where a branch leads when what this opcode tests for holds. */
    static AbstractInsnNode branch(JumpInsnNode jump, int opcode) {
        return jump.getOpcode() == opcode ? jump.label : jump.getNext();
    }

    /** Whether the code looks whether something was found, and goes on where not: compares with null, or goes through all that there is. */
    static boolean looks(MethodNode method, Flow flow, MethodInsnNode call) {
        if (call.desc.endsWith(")Ljava/util/Enumeration;")) {
            return true;
        }
        if (!bringsObject(call)) {
            return false;
        }
        for (AbstractInsnNode instruction : method.instructions) {
            boolean compares =
                    instruction.getOpcode() == Opcodes.IFNULL || instruction.getOpcode() == Opcodes.IFNONNULL;
            if (compares
                    && flow.isReached(instruction)
                    && flow.top(instruction).insns.contains(call)
                    && !isToClose((JumpInsnNode) instruction)
                    && goesOn(method, branch((JumpInsnNode) instruction, Opcodes.IFNULL))) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is there is only closed, as at the end of a try with resources, where it was used without being looked at. */
    private static boolean isToClose(JumpInsnNode compare) {
        AbstractInsnNode at = branch(compare, Opcodes.IFNONNULL);
        // Before Java 11 the compiler looks for a pending exception as well, or hands that to a method of its own.
        while (at.getNext() != null && (at.getOpcode() < 0 || BEFORE_CLOSE.contains(at.getOpcode()))) {
            at = at.getNext();
        }
        return at instanceof MethodInsnNode called && CLOSING.contains(called.name);
    }

    /** Whether some comparison of what a call brings leads to where no way goes on. */
    static boolean throwsWhere(MethodNode method, Flow flow, MethodInsnNode test, int opcode) {
        for (AbstractInsnNode instruction : method.instructions) {
            if ((instruction.getOpcode() == Opcodes.IFNE || instruction.getOpcode() == Opcodes.IFEQ)
                    && flow.isReached(instruction)
                    && flow.top(instruction).insns.contains(test)) {
                return !goesOn(method, branch((JumpInsnNode) instruction, opcode));
            }
        }
        return false;
    }

    static boolean bringsObject(MethodInsnNode call) {
        return call.desc.charAt(call.desc.indexOf(')') + 1) == 'L';
    }

    /** Whether a handler around an instruction takes that something is not found, and does not throw in turn. */
    static boolean bearsNotFound(MethodNode method, AbstractInsnNode instruction) {
        return isCaught(method, instruction, NOT_FOUND);
    }

    /** Whether a handler around an instruction takes one of these, and does not throw in turn. */
    static boolean isCaught(MethodNode method, AbstractInsnNode instruction, Set<String> types) {
        int at = method.instructions.indexOf(instruction);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (block.type != null
                    && types.contains(block.type)
                    && method.instructions.indexOf(block.start) <= at
                    && at < method.instructions.indexOf(block.end)) {
                return goesOn(method, block.handler);
            }
        }
        return false;
    }

    /** Whether some way from an instruction returns, or goes back to before it: whether not all of them throw. */
    static boolean goesOn(MethodNode method, AbstractInsnNode start) {
        MethodWays ways = new MethodWays();
        for (AbstractInsnNode at : method.instructions) {
            int place = method.instructions.indexOf(at);
            int opcode = at.getOpcode();
            int[] to =
                    Jumps.of(at).stream().mapToInt(method.instructions::indexOf).toArray();
            if (at instanceof JumpInsnNode) {
                ways.jump(place, to[0], opcode == Opcodes.GOTO);
            } else if (to.length > 0) {
                ways.choose(place, to);
            } else if (opcode == Opcodes.ATHROW || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                ways.leave(place, opcode != Opcodes.ATHROW);
            }
        }
        return ways.goesOn(method.instructions.indexOf(start));
    }
}
