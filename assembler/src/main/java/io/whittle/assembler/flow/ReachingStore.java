package io.whittle.assembler.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which instruction set a variable that another loads, over all ways that lead there: compilers use a variable again for another that has
 * gone out of scope, so that one which is set in several places is often set in one only as far as a load can see.
 */
final class ReachingStore {
    private final Map<LabelNode, List<AbstractInsnNode>> jumps = new IdentityHashMap<>();
    private final Map<LabelNode, List<TryCatchBlockNode>> handlers = new IdentityHashMap<>();
    private boolean hasSubroutines;

    /** In a method, which stays as it is. Linear. */
    ReachingStore(MethodNode method) {
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

    /**
     * The one that set the variable; the load itself where none did, so that it is as it came into the method; empty where it may be
     * several. Linear.
     */
    Optional<AbstractInsnNode> of(VarInsnNode load) {
        return hasSubroutines ? Optional.empty() : new Search(load).found();
    }

    private final class Search {
        private final VarInsnNode load;
        private final Set<AbstractInsnNode> found = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<AbstractInsnNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<AbstractInsnNode> open = new ArrayDeque<>();

        Search(VarInsnNode load) {
            this.load = load;
            open.push(load);
        }

        Optional<AbstractInsnNode> found() {
            while (!open.isEmpty() && found.size() < 2) {
                back(open.pop());
            }
            return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
        }

        /** Goes back from what is so before an instruction, as far as the way is straight. */
        private void back(AbstractInsnNode from) {
            AbstractInsnNode at = from;
            while (seen.add(at)) {
                if (at instanceof LabelNode label) {
                    open.addAll(jumps.getOrDefault(label, List.of()));
                    handlers.getOrDefault(label, List.of()).forEach(this::fromWithin);
                }
                AbstractInsnNode before = at.getPrevious();
                if (before == null) {
                    found.add(load);
                    return;
                }
                if (sets(before)) {
                    found.add(before);
                    return;
                }
                if (endsWay(before.getOpcode())) {
                    return;
                }
                at = before;
            }
        }

        /** Each instruction of a block may throw, before it has set anything. */
        private void fromWithin(TryCatchBlockNode block) {
            for (AbstractInsnNode each = block.start; each != null && each != block.end; each = each.getNext()) {
                open.push(each);
            }
        }

        private boolean sets(AbstractInsnNode instruction) {
            int opcode = instruction.getOpcode();
            if (opcode < Opcodes.ISTORE || opcode > Opcodes.ASTORE) {
                return false;
            }
            int set = ((VarInsnNode) instruction).var;
            boolean isWide = opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE;
            return set == load.var || isWide && set + 1 == load.var;
        }
    }

    private static boolean endsWay(int opcode) {
        return opcode == Opcodes.GOTO
                || opcode == Opcodes.ATHROW
                || opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN;
    }
}
