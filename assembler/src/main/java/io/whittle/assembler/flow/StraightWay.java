package io.whittle.assembler.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a value comes from when the way back is straight: nothing jumps in between, and of a local variable one instruction alone set what
 * is loaded, or none what is a parameter. Most arguments are told so, without following the whole method.
 */
public final class StraightWay {
    private static final int DEEPEST = 64;

    private final MethodNode method;
    private Set<LabelNode> targets;
    private Map<Integer, List<AbstractInsnNode>> stores;
    private ReachingStore reaching;

    /** Of a method, which stays as it is. */
    public StraightWay(MethodNode method) {
        this.method = method;
    }

    /**
     * What made a value.
     *
     * @param instruction that made it, or that loads the parameter
     * @param isParameter whether it is a parameter
     */
    public record Origin(AbstractInsnNode instruction, boolean isParameter) {}

    /**
     * What made a value that an instruction finds on the stack; empty where the way back is not straight.
     *
     * @param fromTop how many values lie above it
     */
    public Optional<Origin> below(AbstractInsnNode instruction, int fromTop) {
        return below(instruction, fromTop, DEEPEST);
    }

    /** Whether an instruction can be reached, as far as the way to it from the last label shows. */
    public static boolean isReached(AbstractInsnNode instruction) {
        for (AbstractInsnNode at = instruction.getPrevious(); at != null; at = at.getPrevious()) {
            if (at instanceof LabelNode) {
                return true;
            }
            int opcode = at.getOpcode();
            if (opcode == Opcodes.GOTO
                    || opcode == Opcodes.ATHROW
                    || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                return false;
            }
        }
        return true;
    }

    private Optional<Origin> below(AbstractInsnNode instruction, int fromTop, int steps) {
        int above = fromTop;
        int left = steps;
        for (AbstractInsnNode at = instruction.getPrevious(); at != null && left > 0; at = at.getPrevious(), left--) {
            if (at instanceof LabelNode label && targets().contains(label)) {
                return Optional.empty();
            }
            if (at.getOpcode() >= 0) {
                int pushed = StackChange.pushes(at);
                int popped = StackChange.pops(at);
                if (pushed < 0 || popped < 0) {
                    return Optional.empty();
                }
                if (above < pushed) {
                    return madeBy(at, left);
                }
                above += popped - pushed;
            }
        }
        return Optional.empty();
    }

    private Optional<Origin> madeBy(AbstractInsnNode at, int left) {
        return switch (at.getOpcode()) {
            case Opcodes.CHECKCAST, Opcodes.DUP -> below(at, 0, left - 1);
            case Opcodes.ALOAD -> ofLocal((VarInsnNode) at, left - 1);
            default -> Optional.of(new Origin(at, false));
        };
    }

    private Optional<Origin> ofLocal(VarInsnNode load, int left) {
        List<AbstractInsnNode> setBy = stores().getOrDefault(load.var, List.of());
        boolean isParameter = load.var < sizeOfParameters();
        if (setBy.isEmpty()) {
            return isParameter ? Optional.of(new Origin(load, true)) : Optional.empty();
        }
        if (!isParameter && setBy.size() == 1) {
            return below(setBy.get(0), 0, left);
        }
        AbstractInsnNode set = reaching().of(load).orElse(null);
        if (set == load) {
            return isParameter ? Optional.of(new Origin(load, true)) : Optional.empty();
        }
        return set != null && set.getOpcode() == Opcodes.ASTORE ? below(set, 0, left) : Optional.empty();
    }

    private ReachingStore reaching() {
        if (reaching == null) {
            reaching = new ReachingStore(new Ways(method));
        }
        return reaching;
    }

    /** By variable: where it is set. */
    private Map<Integer, List<AbstractInsnNode>> stores() {
        if (stores == null) {
            stores = new HashMap<>();
            for (AbstractInsnNode each : method.instructions) {
                if (each.getOpcode() == Opcodes.ASTORE) {
                    stores.computeIfAbsent(((VarInsnNode) each).var, variable -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        return stores;
    }

    private int sizeOfParameters() {
        int receiver = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        return receiver + (Type.getArgumentsAndReturnSizes(method.desc) >> 2) - 1;
    }

    /** Where something jumps to. */
    private Set<LabelNode> targets() {
        if (targets == null) {
            targets = Collections.newSetFromMap(new IdentityHashMap<>());
            for (AbstractInsnNode each : method.instructions) {
                targets.addAll(Jumps.of(each));
            }
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                targets.add(block.handler);
            }
        }
        return targets;
    }
}
