package io.whittle.assembler.cost;

import io.whittle.assembler.text.ByteCount;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Costs in words, for all who read them. */
final class CostWords {
    static final String NOT_MEASURED = "not measured";

    private static final int FEW = 3;

    private CostWords() {}

    /** {@code 1.2 MiB}, {@code 12 KiB}, {@code -3 KiB}; what is less than a KiB in bytes. */
    static String bytes(long bytes) {
        if (bytes < 0) {
            return "-" + bytes(-bytes);
        }
        return bytes < 1 << 10 ? bytes + " B" : ByteCount.spell(bytes);
    }

    static String memory(OptionalLong bytes) {
        return bytes.isPresent() ? bytes(bytes.getAsLong()) : NOT_MEASURED;
    }

    static String start(OptionalLong millis) {
        return millis.isPresent() ? millis.getAsLong() + " ms" : NOT_MEASURED;
    }

    /** What comes or goes along with a feature. */
    static String along(Change change) {
        return along(change, Integer.MAX_VALUE);
    }

    /** The same where a line is all the room there is. */
    static String shortly(Change change) {
        return along(change, FEW);
    }

    private static String along(Change change, int most) {
        return Stream.of(
                        list(change.with(), most),
                        list(change.jdkModules(), most),
                        list(change.jars(), most),
                        change.note().map(note -> "(" + note + ")").orElse(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    // One more takes no more room than to say that there is one more.
    private static String list(Collection<String> names, int most) {
        return names.size() <= most + 1L
                ? String.join(", ", names)
                : names.stream().limit(most).collect(Collectors.joining(", ")) + " and " + (names.size() - most)
                        + " more";
    }

    static String how(Costs costs) {
        return costs.exact() ? "every image was linked" : "estimated from the weights of modules";
    }
}
