package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.flow.StraightWay;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where values of a method come from: the instructions that make them, past variables, copies and casts, and for constants of
 * the class past its initializer.
 */
final class Flow {
    private final String owner;
    private final MethodNode method;
    private final FieldConstants fields;
    private final StraightWay straight;
    private Optional<Frame<SourceValue>[]> frames = Optional.empty();

    /**
     * Of a method.
     *
     * @param owner its class, by its internal name
     */
    Flow(String owner, MethodNode method, FieldConstants fields) {
        this.owner = owner;
        this.method = method;
        this.fields = fields;
        this.straight = new StraightWay(method);
    }

    /** The instructions that can be reached, in order. */
    Stream<Origin> instructions() {
        return Stream.of(method.instructions.toArray())
                .filter(insn -> insn.getOpcode() >= 0 && StraightWay.isReached(insn))
                .map(insn -> new Origin(this, insn));
    }

    /** An instruction that makes a value or takes some. */
    record Origin(Flow flow, AbstractInsnNode insn) {
        /** What an argument of this call can be, from 0; none where it is not known in this method. */
        Set<Origin> argument(int number) {
            int arguments = Type.getArgumentTypes(call().desc).length;
            return flow.onStack(insn, arguments - 1 - number);
        }

        /** What the object that this call is made on can be. */
        Set<Origin> receiver() {
            return flow.onStack(insn, Type.getArgumentTypes(call().desc).length);
        }

        /** The call of its constructor, where an object is made here. */
        Optional<Origin> constructor() {
            if (insn.getOpcode() != Opcodes.NEW) {
                return Optional.empty();
            }
            return flow.instructions()
                    .filter(other -> other.insn instanceof MethodInsnNode called
                            && called.name.equals("<init>")
                            && called.owner.equals(((TypeInsnNode) insn).desc))
                    .filter(other -> other.receiver().contains(this))
                    .findFirst();
        }

        MethodInsnNode call() {
            return (MethodInsnNode) insn;
        }
    }

    private Set<Origin> onStack(AbstractInsnNode insn, int fromTop) {
        Optional<StraightWay.Origin> made = straight.below(insn, fromTop);
        if (made.isPresent()) {
            return made.get().isParameter() ? Set.of() : throughField(made.get().instruction());
        }
        return frame(insn)
                .map(frame -> origins(frame.getStack(frame.getStackSize() - 1 - fromTop)))
                .orElse(Set.of());
    }

    /** What an instruction finds on top of the stack. */
    Set<Origin> top(AbstractInsnNode insn) {
        return onStack(insn, 0);
    }

    /** The instructions that make a value. */
    private Set<Origin> origins(SourceValue value) {
        Set<Origin> origins = new LinkedHashSet<>();
        Set<AbstractInsnNode> seen = new HashSet<>();
        List<AbstractInsnNode> next = inOrder(value.insns);
        while (!next.isEmpty()) {
            Set<AbstractInsnNode> further = new HashSet<>();
            for (AbstractInsnNode insn : next) {
                if (seen.add(insn)) {
                    Optional<SourceValue> passed = passedOn(insn);
                    passed.ifPresent(same -> further.addAll(same.insns));
                    if (passed.isEmpty()) {
                        origins.addAll(throughField(insn));
                    }
                }
            }
            next = inOrder(further);
        }
        return origins;
    }

    // These sets are ordered by where their members happen to lie in memory.
    private List<AbstractInsnNode> inOrder(Set<AbstractInsnNode> insns) {
        return insns.stream()
                .sorted(Comparator.comparingInt(method.instructions::indexOf))
                .toList();
    }

    /** The value that an instruction only moves or looks at. */
    private Optional<SourceValue> passedOn(AbstractInsnNode insn) {
        return frame(insn).flatMap(frame -> switch (insn.getOpcode()) {
            case Opcodes.ALOAD -> Optional.of(frame.getLocal(((VarInsnNode) insn).var));
            case Opcodes.ASTORE, Opcodes.DUP, Opcodes.DUP_X1, Opcodes.DUP_X2, Opcodes.CHECKCAST ->
                Optional.of(frame.getStack(frame.getStackSize() - 1));
            default -> Optional.empty();
        });
    }

    private Set<Origin> throughField(AbstractInsnNode insn) {
        return insn.getOpcode() == Opcodes.GETSTATIC
                ? fields.origins((FieldInsnNode) insn).orElseGet(() -> Set.of(new Origin(this, insn)))
                : Set.of(new Origin(this, insn));
    }

    // None where no way leads to the instruction.
    private Optional<Frame<SourceValue>> frame(AbstractInsnNode insn) {
        if (frames.isEmpty()) {
            try {
                frames = Optional.of(new Analyzer<>(new SourceInterpreter()).analyze(owner, method));
            } catch (AnalyzerException broken) {
                throw new IllegalArgumentException("its bytecode cannot be followed", broken);
            }
        }
        return Optional.ofNullable(frames.get()[method.instructions.indexOf(insn)]);
    }
}
