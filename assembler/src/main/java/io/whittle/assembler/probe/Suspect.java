package io.whittle.assembler.probe;

import java.util.List;

/**
 * Features a check may need one of.
 *
 * @param anyOf their names, sorted: one feature, or two that stand in for each other
 */
public record Suspect(List<String> anyOf) {
    /** Copies the names. */
    public Suspect {
        anyOf = List.copyOf(anyOf);
    }
}
