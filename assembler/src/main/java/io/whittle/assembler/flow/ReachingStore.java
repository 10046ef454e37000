package io.whittle.assembler.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Which instruction set a variable that another loads, over all ways that lead there: compilers use a variable again for another that has
 * gone out of scope, so that one which is set in several places is often set in one only as far as a load can see.
 */
final class ReachingStore {
    private final Ways ways;

    /** In a method, whose ways these are. */
    ReachingStore(Ways ways) {
        this.ways = ways;
    }

    /**
     * The one that set the variable; the load itself where none did, so that it is as it came into the method; empty where it may be
     * several. Linear.
     */
    Optional<AbstractInsnNode> of(VarInsnNode load) {
        return ways.hasSubroutines() ? Optional.empty() : new Search(load).found();
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
                    open.addAll(ways.to(label));
                    ways.caughtAt(label).forEach(this::fromWithin);
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
                if (Ways.ends(before)) {
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
}
