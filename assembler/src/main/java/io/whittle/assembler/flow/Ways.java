package io.whittle.assembler.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The ways through a method, looked at from where they lead. */
final class Ways {
    private final MethodNode method;
    private final Map<LabelNode, List<AbstractInsnNode>> jumps = new IdentityHashMap<>();
    private final Map<LabelNode, List<TryCatchBlockNode>> handlers = new IdentityHashMap<>();
    private boolean hasSubroutines;
    private BitSet reached;

    /** Of a method, which stays as it is. Linear. */
    Ways(MethodNode method) {
        this.method = method;
        for (AbstractInsnNode each : method.instructions) {
            hasSubroutines |= each.getOpcode() == Opcodes.JSR || each.getOpcode() == Opcodes.RET;
            for (LabelNode label : Jumps.of(each)) {
                jumps.computeIfAbsent(label, key -> new ArrayList<>()).add(each);
            }
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            handlers.computeIfAbsent(block.handler, key -> new ArrayList<>()).add(block);
        }
    }

    /** Whether a way may lead back to wherever it came from, as those of compilers before Java 6. */
    boolean hasSubroutines() {
        return hasSubroutines;
    }

    /** The instructions that may jump to a label. */
    List<AbstractInsnNode> to(LabelNode label) {
        return jumps.getOrDefault(label, List.of());
    }

    /** The blocks for which a label begins the handler. */
    List<TryCatchBlockNode> caughtAt(LabelNode label) {
        return handlers.getOrDefault(label, List.of());
    }

    /** Whether some way leads to an instruction. */
    boolean isReached(AbstractInsnNode instruction) {
        if (reached == null) {
            reached = new BitSet();
            reach();
        }
        return reached.get(method.instructions.indexOf(instruction));
    }

    private void reach() {
        Deque<AbstractInsnNode> open = new ArrayDeque<>(List.of(method.instructions.getFirst()));
        List<TryCatchBlockNode> blocks = new ArrayList<>(method.tryCatchBlocks);
        while (!open.isEmpty()) {
            while (!open.isEmpty()) {
                reachFrom(open.pop(), open);
            }
            blocks.removeIf(block -> {
                boolean isEntered = isEntered(block);
                if (isEntered) {
                    open.push(block.handler);
                }
                return isEntered;
            });
        }
    }

    private void reachFrom(AbstractInsnNode from, Deque<AbstractInsnNode> open) {
        AbstractInsnNode at = from;
        while (at != null && !reached.get(method.instructions.indexOf(at))) {
            reached.set(method.instructions.indexOf(at));
            open.addAll(Jumps.of(at));
            at = ends(at) ? null : at.getNext();
        }
    }

    private boolean isEntered(TryCatchBlockNode block) {
        int first = reached.nextSetBit(method.instructions.indexOf(block.start));
        return first >= 0 && first < method.instructions.indexOf(block.end);
    }

    /** Whether after an instruction the next does not follow. */
    static boolean ends(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        return opcode == Opcodes.GOTO
                || opcode == Opcodes.ATHROW
                || opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN;
    }

    /** How many values an instruction that jumps takes from the stack. */
    static int popsToJump(AbstractInsnNode jump) {
        int opcode = jump.getOpcode();
        if (opcode == Opcodes.GOTO) {
            return 0;
        }
        return opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE ? 2 : 1;
    }
}
