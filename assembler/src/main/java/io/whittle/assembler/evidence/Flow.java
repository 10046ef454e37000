package io.whittle.assembler.evidence;

import io.whittle.assembler.flow.Origins;
import io.whittle.assembler.flow.StraightWay;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where values come from in one method: each is followed back, through local variables and casts, to the instructions that made it. Where
 * the way is straight no more is looked at than what lies on it; else the whole method is analysed as the JVM's verifier does, over sets of
 * instructions.
 */
final class Flow {
    private static final SourceValue NOTHING = new SourceValue(1);

    private final String owner;
    private final MethodNode method;
    private final Sources origins = new Sources();
    private final StraightWay straight;
    private Origins all;
    private Optional<Frame<SourceValue>[]> frames = Optional.empty();

    private Flow(String owner, MethodNode method) {
        this.owner = owner;
        this.method = method;
        this.straight = new StraightWay(method);
    }

    static Flow of(String owner, MethodNode method) {
        return new Flow(owner, method);
    }

    /** The value that a call gets as an argument; a receiver is the argument before the first. */
    SourceValue argument(MethodInsnNode call, int index) {
        return below(call, Type.getArgumentTypes(call.desc).length - 1 - index);
    }

    /** The value that an instruction finds on top of the stack. */
    SourceValue top(AbstractInsnNode instruction) {
        return below(instruction, 0);
    }

    /** The value that an instruction finds on the stack, below some others. */
    SourceValue below(AbstractInsnNode instruction, int fromTop) {
        Optional<StraightWay.Origin> origin = straight.below(instruction, fromTop);
        if (origin.isPresent()) {
            return new SourceValue(1, made(origin.get()));
        }
        Optional<Set<StraightWay.Origin>> all = all().below(instruction, fromTop);
        if (all.isPresent()) {
            return new SourceValue(1, all.get().stream().map(this::made).collect(Collectors.toSet()));
        }
        Frame<SourceValue> frame = frame(instruction);
        // Of what nobody reaches nothing is known.
        return frame == null ? NOTHING : frame.getStack(frame.getStackSize() - 1 - fromTop);
    }

    private AbstractInsnNode made(StraightWay.Origin origin) {
        return origin.isParameter()
                ? origins.parameter(((VarInsnNode) origin.instruction()).var)
                : origin.instruction();
    }

    private Origins all() {
        if (all == null) {
            all = new Origins(method);
        }
        return all;
    }

    /** Whether the instruction can be reached, as far as the way to it from the last label shows. */
    boolean isReached(AbstractInsnNode instruction) {
        return StraightWay.isReached(instruction);
    }

    private Frame<SourceValue> frame(AbstractInsnNode instruction) {
        if (frames.isEmpty()) {
            try {
                frames = Optional.of(new Analyzer<>(origins).analyze(owner, method));
            } catch (AnalyzerException broken) {
                throw new IllegalArgumentException("its bytecode cannot be followed", broken);
            }
        }
        return frames.get()[method.instructions.indexOf(instruction)];
    }

    /** Which parameter a value is, where it is one and nothing else; counted without the receiver. */
    OptionalInt parameter(SourceValue value) {
        if (value.insns.size() != 1) {
            return OptionalInt.empty();
        }
        Integer local = origins.parameters.get(value.insns.iterator().next());
        if (local == null) {
            return OptionalInt.empty();
        }
        int slot = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        Type[] types = Type.getArgumentTypes(method.desc);
        for (int index = 0; index < types.length; index++) {
            if (slot == local) {
                return OptionalInt.of(index);
            }
            slot += types[index].getSize();
        }
        return OptionalInt.empty();
    }

    /** The constant that an instruction loads: a string, or the name of a class of which it asks or that it is. */
    static Object constant(AbstractInsnNode instruction) {
        return instruction instanceof LdcInsnNode load ? load.cst : null;
    }

    private static final class Sources extends SourceInterpreter {
        private final Map<AbstractInsnNode, Integer> parameters = new IdentityHashMap<>();
        private final Map<Integer, AbstractInsnNode> loads = new HashMap<>();

        Sources() {
            super(Opcodes.ASM9);
        }

        @Override
        public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
            return new SourceValue(type.getSize(), parameter(local));
        }

        /** What stands for a parameter, by its variable. */
        AbstractInsnNode parameter(int local) {
            return loads.computeIfAbsent(local, variable -> {
                AbstractInsnNode origin = new VarInsnNode(Opcodes.ALOAD, variable);
                parameters.put(origin, variable);
                return origin;
            });
        }

        @Override
        public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
            return value;
        }

        @Override
        public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
            return instruction.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(instruction, value);
        }
    }
}
