package io.whittle.assembler.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * All that a value may be made by, over all ways that lead to where it is: what an analysis of the whole method finds of it, without
 * looking at what else the method does.
 */
public final class Origins {
    private final MethodNode method;
    private final Ways ways;

    /** In a method, which stays as it is. Linear. */
    public Origins(MethodNode method) {
        this.method = method;
        this.ways = new Ways(method);
    }

    /**
     * What made a value that an instruction finds on the stack, none for a caught exception and where nobody reaches the instruction; empty
     * where that is not told here. Linear.
     *
     * @param fromTop how many values lie above it
     */
    public Optional<Set<StraightWay.Origin>> below(AbstractInsnNode instruction, int fromTop) {
        Search search = new Search();
        search.open.push(new State(instruction, true, fromTop));
        return search.isDone() ? Optional.of(search.found) : Optional.empty();
    }

    /**
     * A value before an instruction.
     *
     * @param number how many values lie above it on the stack, or of which variable it is
     */
    private record State(AbstractInsnNode at, boolean isOnStack, int number) {}

    private final class Search {
        private final Set<StraightWay.Origin> found = new LinkedHashSet<>();
        private final Set<State> seen = new HashSet<>();
        private final Deque<State> open = new ArrayDeque<>();
        private boolean isUntold = ways.hasSubroutines();

        /** Goes back on all ways; whether all of them could be followed. */
        boolean isDone() {
            while (!open.isEmpty() && !isUntold) {
                State state = open.pop();
                if (ways.isReached(state.at()) && seen.add(state)) {
                    back(state);
                }
            }
            return !isUntold;
        }

        private void back(State state) {
            if (state.at() instanceof LabelNode label) {
                jumped(state, label);
            }
            AbstractInsnNode before = state.at().getPrevious();
            if (before == null) {
                entered(state);
            } else if (before.getOpcode() < 0) {
                open.push(new State(before, state.isOnStack(), state.number()));
            } else if (!Ways.ends(before)) {
                if (state.isOnStack()) {
                    ofStack(before, state.number());
                } else {
                    ofVariable(before, state.number());
                }
            }
        }

        private void jumped(State state, LabelNode label) {
            for (AbstractInsnNode jump : ways.to(label)) {
                open.push(new State(
                        jump, state.isOnStack(), state.number() + (state.isOnStack() ? Ways.popsToJump(jump) : 0)));
            }
            if (!state.isOnStack()) {
                for (TryCatchBlockNode block : ways.caughtAt(label)) {
                    for (AbstractInsnNode each = block.start;
                            each != null && each != block.end;
                            each = each.getNext()) {
                        open.push(new State(each, false, state.number()));
                    }
                }
            }
        }

        private void entered(State state) {
            if (!state.isOnStack() && state.number() < sizeOfParameters()) {
                found.add(new StraightWay.Origin(new VarInsnNode(Opcodes.ALOAD, state.number()), true));
            }
        }

        private void ofStack(AbstractInsnNode before, int above) {
            int pushed = StackChange.pushes(before);
            int popped = StackChange.pops(before);
            if (pushed < 0 || popped < 0) {
                isUntold = true;
            } else if (above >= pushed) {
                open.push(new State(before, true, above + popped - pushed));
            } else {
                made(before);
            }
        }

        private void made(AbstractInsnNode by) {
            switch (by.getOpcode()) {
                case Opcodes.CHECKCAST, Opcodes.DUP -> open.push(new State(by, true, 0));
                case Opcodes.ALOAD, Opcodes.ILOAD, Opcodes.LLOAD, Opcodes.FLOAD, Opcodes.DLOAD ->
                    open.push(new State(by, false, ((VarInsnNode) by).var));
                default -> found.add(new StraightWay.Origin(by, false));
            }
        }

        private void ofVariable(AbstractInsnNode before, int variable) {
            int opcode = before.getOpcode();
            if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE && ((VarInsnNode) before).var == variable) {
                open.push(new State(before, true, 0));
            } else if ((opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE)
                            && Math.abs(((VarInsnNode) before).var - variable) == 1
                    || before instanceof IincInsnNode counted && counted.var == variable) {
                // A number; or half of one, or over half of one.
                isUntold = true;
            } else {
                open.push(new State(before, false, variable));
            }
        }
    }

    private int sizeOfParameters() {
        int receiver = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        return receiver + (Type.getArgumentsAndReturnSizes(method.desc) >> 2) - 1;
    }
}
