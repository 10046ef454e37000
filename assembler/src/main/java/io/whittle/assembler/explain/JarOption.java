package io.whittle.assembler.explain;

import java.util.Comparator;

/**
 * What the catalogue can say under {@code artifacts}: that a jar does without a module.
 *
 * @param artifact {@code group:artifact[:classifier]} of the jar
 * @param module what it does without
 */
public record JarOption(String artifact, String module) implements Comparable<JarOption> {
    private static final Comparator<JarOption> ORDER =
            Comparator.comparing(JarOption::artifact).thenComparing(JarOption::module);

    @Override
    public int compareTo(JarOption other) {
        return ORDER.compare(this, other);
    }
}
