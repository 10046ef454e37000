package io.whittle.assembler.jdkneeds;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the initializer of a class puts into its {@code static final} fields. */
final class FieldConstants {
    private static final int CONSTANT = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

    private final String owner;
    private final Map<String, Set<Flow.Origin>> origins = new HashMap<>();

    private FieldConstants(String owner) {
        this.owner = owner;
    }

    static FieldConstants of(ClassNode type) throws AnalyzerException {
        FieldConstants constants = new FieldConstants(type.name);
        if (type.methods.stream().noneMatch(method -> takesOne(type, method))) {
            return constants;
        }
        for (MethodNode method : type.methods) {
            if (method.name.equals("<clinit>")) {
                constants.read(type, method);
            }
        }
        return constants;
    }

    /** Whether a method reads a field of its class: initializers can be long. */
    private static boolean takesOne(ClassNode type, MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() == Opcodes.GETSTATIC && ((FieldInsnNode) insn).owner.equals(type.name)) {
                return true;
            }
        }
        return false;
    }

    private void read(ClassNode type, MethodNode initializer) throws AnalyzerException {
        Frame<SourceValue>[] frames = new Analyzer<>(new SourceInterpreter()).analyze(type.name, initializer);
        // With fields that are known so far: a constant may be made of one above it.
        Flow flow = new Flow(initializer, frames, this);
        for (AbstractInsnNode insn : initializer.instructions) {
            int at = initializer.instructions.indexOf(insn);
            if (insn.getOpcode() == Opcodes.PUTSTATIC && frames[at] != null && isConstant(type, (FieldInsnNode) insn)) {
                SourceValue value = frames[at].getStack(frames[at].getStackSize() - 1);
                origins.computeIfAbsent(((FieldInsnNode) insn).name, name -> new LinkedHashSet<>())
                        .addAll(flow.origins(value));
            }
        }
    }

    private static boolean isConstant(ClassNode type, FieldInsnNode put) {
        return put.owner.equals(type.name)
                && type.fields.stream()
                        .filter(field -> field.name.equals(put.name))
                        .anyMatch(FieldConstants::isConstant);
    }

    private static boolean isConstant(FieldNode field) {
        return (field.access & CONSTANT) == CONSTANT;
    }

    /** What a field that is read can be; empty for one of another class, or one that may change. */
    Optional<Set<Flow.Origin>> origins(FieldInsnNode read) {
        return read.owner.equals(owner) ? Optional.ofNullable(origins.get(read.name)) : Optional.empty();
    }
}
