package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.UnitUses.Sink;
import org.objectweb.asm.tree.MethodInsnNode;

import java.util.Optional;
import java.util.Set;

/**
 * Methods that find what they are given the name of.
 *
 * @param sink as what the argument is used
 * @param argument its index
 */
record Sinks(Sink sink, int argument) {
    private static final String BY_NAME = "(Ljava/lang/String;";

    /** How these methods are called. */
    static final Set<String> NAMES = Set.of(
            "load",
            "loadInstalled",
            "forName",
            "loadClass",
            "findClass",
            "getBundle",
            "getResource",
            "getResources",
            "getResourceAsStream",
            "getSystemResource",
            "getSystemResources",
            "getSystemResourceAsStream");

    /** What a call finds; empty for a call that finds nothing. */
    static Optional<Sinks> of(MethodInsnNode call) {
        return of(call.owner, call.name, call.desc);
    }

    /** What a call of a method, by the internal name of its owner, finds. */
    static Optional<Sinks> of(String owner, String name, String descriptor) {
        boolean byName = descriptor.startsWith(BY_NAME);
        return switch (name) {
            case "load", "loadInstalled" ->
                owner.equals("java/util/ServiceLoader")
                        ? sink(Sink.SERVICE, descriptor.startsWith("(Ljava/lang/ModuleLayer;") ? 1 : 0)
                        : Optional.empty();
            case "forName" -> owner.equals("java/lang/Class") ? sink(Sink.CLASS, byName ? 0 : 1) : Optional.empty();
            // Whoever declares it: any class loader inherits it.
            case "loadClass" ->
                byName && descriptor.endsWith(")Ljava/lang/Class;") ? sink(Sink.CLASS, 0) : Optional.empty();
            case "findClass" ->
                owner.equals("java/lang/invoke/MethodHandles$Lookup") ? sink(Sink.CLASS, 0) : Optional.empty();
            case "getBundle" ->
                byName && owner.equals("java/util/ResourceBundle") ? sink(Sink.BUNDLE, 0) : Optional.empty();
            case "getResource",
                    "getResources",
                    "getResourceAsStream",
                    "getSystemResource",
                    "getSystemResources",
                    "getSystemResourceAsStream" ->
                byName && descriptor.startsWith(BY_NAME + ")") ? sink(Sink.RESOURCE, 0) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether a call brings null where nothing is found; others throw, or bring something empty. */
    boolean mayBringNull(MethodInsnNode call) {
        return sink == Sink.RESOURCE || call.name.equals("forName") && argument == 1;
    }

    private static Optional<Sinks> sink(Sink sink, int argument) {
        return Optional.of(new Sinks(sink, argument));
    }
}
