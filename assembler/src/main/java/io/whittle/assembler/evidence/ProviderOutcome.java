package io.whittle.assembler.evidence;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether a method goes on where a service that it loads has no provider. */
final class ProviderOutcome {
    /** Types through which what was loaded is handed on until somebody takes it out. */
    private static final Set<String> CARRIERS = Set.of(
            "java/util/ServiceLoader",
            "java/util/ServiceLoader$Provider",
            "java/util/stream/Stream",
            "java/util/Optional",
            "java/util/Iterator",
            "java/util/List",
            "java/lang/Iterable");

    /** What tells whether there is one. */
    private static final Set<String> TESTS = Set.of(
            "java/util/Optional.isPresent",
            "java/util/Optional.isEmpty",
            "java/util/Iterator.hasNext",
            "java/util/List.isEmpty");

    /** What throws where there is none, and by what it is known that somebody looked before. */
    private static final Map<String, Set<String>> TAKING = Map.of(
            "java/util/Optional.orElseThrow", Set.of(),
            "java/util/Optional.get", Set.of("java/util/Optional.isPresent", "java/util/Optional.isEmpty"),
            "java/util/Iterator.next", Set.of("java/util/Iterator.hasNext"),
            "java/util/List.get", Set.of("java/util/List.isEmpty", "java/util/List.size"));

    /** What is thrown then, and what takes that. */
    private static final Set<String> NONE_THERE = Set.of(
            "java/util/NoSuchElementException",
            "java/lang/IndexOutOfBoundsException",
            "java/lang/RuntimeException",
            "java/lang/Exception",
            "java/lang/Throwable");

    private final MethodNode method;
    private final Flow flow;

    /** What was loaded, and the calls through which it is handed on. */
    private final Set<AbstractInsnNode> carried = Collections.newSetFromMap(new IdentityHashMap<>());

    private ProviderOutcome(MethodNode method, Flow flow) {
        this.method = method;
        this.flow = flow;
    }

    /**
     * Whether no provider would be borne: the services are iterated over, or what is found is taken with a way out. Where they are
     * handed on to somebody else nothing is known, and it is taken for borne: a provider that is missing without harm is the
     * common case.
     */
    static boolean isBorne(MethodNode method, Flow flow, MethodInsnNode load) {
        return !Outcome.bringsObject(load) || new ProviderOutcome(method, flow).isBorne(load);
    }

    private boolean isBorne(MethodInsnNode load) {
        carry(load);
        Set<String> called = carried.stream()
                .filter(call -> call != load)
                .map(ProviderOutcome::name)
                .collect(Collectors.toSet());
        return carried.stream().noneMatch(call -> isRefused(call) || isTaken(call, called))
                && !isMissed()
                && !CollectedProviders.mustBeThere(method, flow, handedOn());
    }

    private void carry(MethodInsnNode load) {
        carried.add(load);
        grow(carried, call -> isOnCarrier(call, carried));
    }

    /** The same, and what a method makes of it that gets nothing else: it may filter them, and adds none. */
    private Set<AbstractInsnNode> handedOn() {
        Set<AbstractInsnNode> handed = Collections.newSetFromMap(new IdentityHashMap<>());
        handed.addAll(carried);
        grow(handed, call -> isOnCarrier(call, handed) || isHanded(call, handed));
        return handed;
    }

    private void grow(Set<AbstractInsnNode> calls, Predicate<MethodInsnNode> isNext) {
        boolean grows = true;
        while (grows) {
            grows = false;
            for (AbstractInsnNode instruction : method.instructions) {
                grows |= instruction instanceof MethodInsnNode call
                        && flow.isReached(call)
                        && isNext.test(call)
                        && calls.add(call);
            }
        }
    }

    private boolean isOnCarrier(MethodInsnNode call, Set<AbstractInsnNode> calls) {
        return CARRIERS.contains(call.owner)
                && call.getOpcode() != Opcodes.INVOKESTATIC
                && flow.argument(call, -1).insns.stream().anyMatch(calls::contains);
    }

    private boolean isHanded(MethodInsnNode call, Set<AbstractInsnNode> calls) {
        return call.getOpcode() == Opcodes.INVOKESTATIC
                && Type.getArgumentTypes(call.desc).length == 1
                && CARRIERS.contains(returned(call))
                && flow.argument(call, 0).insns.stream().anyMatch(calls::contains);
    }

    private static String returned(MethodInsnNode call) {
        Type type = Type.getReturnType(call.desc);
        return type.getSort() == Type.OBJECT ? type.getInternalName() : "";
    }

    private static String name(AbstractInsnNode call) {
        return ((MethodInsnNode) call).owner + "." + ((MethodInsnNode) call).name;
    }

    /** Whether a call throws where there is none, nobody having looked, and nobody takes that. */
    private boolean isTaken(AbstractInsnNode call, Set<String> called) {
        Set<String> looks = TAKING.get(name(call));
        return looks != null
                && looks.stream().noneMatch(called::contains)
                && !Outcome.isCaught(method, call, NONE_THERE);
    }

    /** Whether a call tells that there is none, and no way goes on then. */
    private boolean isRefused(AbstractInsnNode test) {
        if (!TESTS.contains(name(test))) {
            return false;
        }
        int whenEmpty = ((MethodInsnNode) test).name.equals("isEmpty") ? Opcodes.IFNE : Opcodes.IFEQ;
        return Outcome.throwsWhere(method, flow, (MethodInsnNode) test, whenEmpty);
    }

    /** Whether what is one of them or null is compared with null, as behind a loop that looks for one, and no way goes on then. */
    private boolean isMissed() {
        for (AbstractInsnNode instruction : method.instructions) {
            if ((instruction.getOpcode() == Opcodes.IFNULL || instruction.getOpcode() == Opcodes.IFNONNULL)
                    && flow.isReached(instruction)
                    && isOneOrNull(flow.top(instruction).insns)
                    && !Outcome.goesOn(method, Outcome.branch((JumpInsnNode) instruction, Opcodes.IFNULL))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOneOrNull(Set<AbstractInsnNode> origins) {
        return origins.stream().anyMatch(carried::contains)
                && origins.stream()
                        .anyMatch(origin -> origin.getOpcode() == Opcodes.ACONST_NULL
                                || carried.contains(origin) && name(origin).equals("java/util/Optional.orElse"));
    }
}
