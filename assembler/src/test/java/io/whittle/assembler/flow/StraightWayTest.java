package io.whittle.assembler.flow;

import io.whittle.assembler.testing.RealClasses;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what the straight way says against the analysis of whole methods, over real jars: those of the tests' own class path. */
class StraightWayTest {

    private int told;
    private int allTold;
    private int asked;

    @Test
    void saysNothingElseThanTheAnalysisOfTheWholeMethod() throws Exception {
        for (byte[] bytes : RealClasses.bytes()) {
            ClassNode type = new ClassNode();
            new ClassReader(bytes).accept(type, ClassReader.SKIP_FRAMES);
            for (MethodNode method : type.methods) {
                hold(type, method);
            }
        }
        System.out.println("of " + asked + " arguments the straight way tells " + told + ", all ways " + allTold);
        assertThat(allTold).isGreaterThan(asked / 100 * 99);
        assertThat(told).isGreaterThan(asked / 20 * 19).isGreaterThan(10_000);
    }

    private void hold(ClassNode type, MethodNode method) throws Exception {
        Sources origins = new Sources();
        Frame<SourceValue>[] frames = new Analyzer<>(origins).analyze(type.name, method);
        StraightWay straight = new StraightWay(method);
        Origins all = new Origins(method);
        for (AbstractInsnNode instruction : method.instructions) {
            Frame<SourceValue> frame = frames[method.instructions.indexOf(instruction)];
            if (instruction instanceof MethodInsnNode call && frame != null) {
                assertThat(StraightWay.isReached(call)).isTrue();
                List<Type> arguments = arguments(call);
                for (int fromTop = 0; fromTop < arguments.size(); fromTop++) {
                    // Numbers are of no interest to anybody.
                    if (arguments.get(arguments.size() - 1 - fromTop).getSort() >= Type.ARRAY) {
                        hold(all.below(call, fromTop), frame.getStack(frame.getStackSize() - 1 - fromTop), origins);
                        hold(
                                straight.below(call, fromTop),
                                frame.getStack(frame.getStackSize() - 1 - fromTop),
                                origins,
                                type,
                                method,
                                call);
                    }
                }
            }
        }
    }

    private void hold(Optional<Set<StraightWay.Origin>> all, SourceValue whole, Sources origins) {
        if (all.isPresent()) {
            allTold++;
            assertThat(all.get().stream().map(origins::same).collect(Collectors.toSet()))
                    .isEqualTo(new HashSet<>(whole.insns));
        }
    }

    private static List<Type> arguments(MethodInsnNode call) {
        Stream<Type> receiver = call.getOpcode() == Opcodes.INVOKESTATIC
                ? Stream.of()
                : Stream.of(Type.getObjectType("java/lang/Object"));
        return Stream.concat(receiver, Stream.of(Type.getArgumentTypes(call.desc)))
                .toList();
    }

    private void hold(
            Optional<StraightWay.Origin> origin,
            SourceValue whole,
            Sources origins,
            ClassNode type,
            MethodNode method,
            MethodInsnNode call) {
        asked++;
        if (origin.isPresent()) {
            told++;
            assertThat(whole.insns)
                    .as("%s.%s%s at %s", type.name, method.name, method.desc, call.name)
                    .containsExactly(origins.same(origin.get()));
        }
    }

    /** Follows copies and casts, and has an instruction for each parameter. */
    private static final class Sources extends SourceInterpreter {
        private final Map<Integer, AbstractInsnNode> parameters = new HashMap<>();

        Sources() {
            super(Opcodes.ASM9);
        }

        AbstractInsnNode same(StraightWay.Origin origin) {
            return origin.isParameter()
                    ? parameters.get(((VarInsnNode) origin.instruction()).var)
                    : origin.instruction();
        }

        @Override
        public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
            return new SourceValue(
                    type.getSize(),
                    parameters.computeIfAbsent(local, variable -> new VarInsnNode(Opcodes.ALOAD, variable)));
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
