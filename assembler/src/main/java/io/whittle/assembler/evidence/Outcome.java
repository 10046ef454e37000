package io.whittle.assembler.evidence;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** Whether a method goes on where what it asked for is not there. */
final class Outcome {
    private static final Set<String> NOT_FOUND = Set.of(
            "java/lang/ClassNotFoundException",
            "java/lang/ReflectiveOperationException",
            "java/lang/NoClassDefFoundError",
            "java/lang/LinkageError",
            "java/lang/Exception",
            "java/lang/Throwable",
            "java/util/MissingResourceException");

    /** Types through which what was loaded is handed on until somebody takes it out. */
    private static final Set<String> CARRIERS = Set.of(
            "java/util/ServiceLoader",
            "java/util/ServiceLoader$Provider",
            "java/util/stream/Stream",
            "java/util/Optional",
            "java/util/Iterator",
            "java/lang/Iterable");

    private Outcome() {}

    /**
     * Whether no provider would be borne: the services are iterated over, or what is found is taken with a way out. Where they are
     * handed on to somebody else nothing is known, and it is taken for borne: a provider that is missing without harm is the
     * common case.
     */
    static boolean bearsNoProvider(MethodNode method, Flow flow, MethodInsnNode load) {
        Set<AbstractInsnNode> carried = Collections.newSetFromMap(new IdentityHashMap<>());
        carried.add(load);
        Set<String> called = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof MethodInsnNode call
                        && CARRIERS.contains(call.owner)
                        && call.getOpcode() != Opcodes.INVOKESTATIC
                        && flow.isReached(call)
                        && flow.argument(call, -1).insns.stream().anyMatch(carried::contains)
                        && carried.add(call)) {
                    called.add(call.owner + "." + call.name);
                    grows = true;
                }
            }
        }
        boolean taken = called.contains("java/util/Optional.orElseThrow")
                || called.contains("java/util/Optional.get")
                        && !called.contains("java/util/Optional.isPresent")
                        && !called.contains("java/util/Optional.isEmpty")
                || called.contains("java/util/Iterator.next") && !called.contains("java/util/Iterator.hasNext");
        return !taken;
    }

    /** Whether the code looks whether something was found: it compares with null, or goes through all that there is. */
    static boolean looks(MethodNode method, Flow flow, MethodInsnNode call) {
        if (call.desc.endsWith(")Ljava/util/Enumeration;")) {
            return true;
        }
        for (AbstractInsnNode instruction : method.instructions) {
            boolean compares =
                    instruction.getOpcode() == Opcodes.IFNULL || instruction.getOpcode() == Opcodes.IFNONNULL;
            if (compares
                    && flow.isReached(instruction)
                    && flow.top(instruction).insns.contains(call)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a handler around an instruction takes that something is not found, and does not throw in turn. */
    static boolean bearsNotFound(MethodNode method, AbstractInsnNode instruction) {
        int at = method.instructions.indexOf(instruction);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (block.type != null
                    && NOT_FOUND.contains(block.type)
                    && method.instructions.indexOf(block.start) <= at
                    && at < method.instructions.indexOf(block.end)) {
                return goesOn(block.handler);
            }
        }
        return false;
    }

    /** Whether the straight way from a handler ends otherwise than with a throw. */
    private static boolean goesOn(LabelNode handler) {
        Set<Label> seen = new HashSet<>();
        for (AbstractInsnNode at = handler; at != null; at = at.getNext()) {
            if (at.getOpcode() == Opcodes.ATHROW) {
                return false;
            }
            boolean leaves = at.getOpcode() == Opcodes.GOTO
                    || at.getOpcode() >= Opcodes.IRETURN && at.getOpcode() <= Opcodes.RETURN;
            if (leaves || at instanceof LabelNode label && !seen.add(label.getLabel())) {
                return true;
            }
        }
        return true;
    }
}
