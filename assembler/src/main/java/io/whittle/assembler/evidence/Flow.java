package io.whittle.assembler.evidence;

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

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where values come from in one method: each is followed back, through local variables and casts, to the instructions that made it.
 * The analysis is that of the JVM's verifier, over sets of instructions.
 */
final class Flow {
    private final MethodNode method;
    private final Frame<SourceValue>[] frames;
    private final Origins origins;

    private Flow(MethodNode method, Frame<SourceValue>[] frames, Origins origins) {
        this.method = method;
        this.frames = frames;
        this.origins = origins;
    }

    static Flow of(String owner, MethodNode method) throws AnalyzerException {
        Origins origins = new Origins();
        return new Flow(method, new Analyzer<>(origins).analyze(owner, method), origins);
    }

    /** The value that a call gets as an argument; a receiver is the argument before the first. */
    SourceValue argument(MethodInsnNode call, int index) {
        Frame<SourceValue> frame = frames[method.instructions.indexOf(call)];
        int arguments = Type.getArgumentTypes(call.desc).length;
        return frame.getStack(frame.getStackSize() - arguments + index);
    }

    /** The value that an instruction finds on top of the stack. */
    SourceValue top(AbstractInsnNode instruction) {
        Frame<SourceValue> frame = frames[method.instructions.indexOf(instruction)];
        return frame.getStack(frame.getStackSize() - 1);
    }

    /** Whether the instruction can be reached at all. */
    boolean isReached(AbstractInsnNode instruction) {
        return frames[method.instructions.indexOf(instruction)] != null;
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

    private static final class Origins extends SourceInterpreter {
        private final Map<AbstractInsnNode, Integer> parameters = new IdentityHashMap<>();

        Origins() {
            super(Opcodes.ASM9);
        }

        @Override
        public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
            AbstractInsnNode origin = new VarInsnNode(Opcodes.ALOAD, local);
            parameters.put(origin, local);
            return new SourceValue(type.getSize(), origin);
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
