package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.flow.StraightWay;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

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

    static FieldConstants of(ClassNode type) {
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

    private void read(ClassNode type, MethodNode initializer) {
        // With fields that are known so far: a constant may be made of one above it.
        Flow flow = new Flow(type.name, initializer, this);
        for (AbstractInsnNode insn : initializer.instructions) {
            if (insn.getOpcode() == Opcodes.PUTSTATIC
                    && StraightWay.isReached(insn)
                    && isConstant(type, (FieldInsnNode) insn)) {
                origins.computeIfAbsent(((FieldInsnNode) insn).name, name -> new LinkedHashSet<>())
                        .addAll(flow.top(insn));
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
