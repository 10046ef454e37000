package io.whittle.assembler.probe;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Features that may be wanting.
 *
 * @param where the feature that may need them, where the check passes without both; empty where the check itself may need them
 * @param anyOf their names, sorted: one feature, or two that stand in for each other
 */
public record Suspect(Optional<String> where, List<String> anyOf) {
    /** Copies the names. */
    public Suspect {
        anyOf = List.copyOf(anyOf);
    }

    /** Features of which the check may need one. */
    static Suspect ofCheck(String... anyOf) {
        return new Suspect(Optional.empty(), List.of(anyOf));
    }

    /** A feature that another may need. */
    static Suspect of(String where, String wanted) {
        return new Suspect(Optional.of(where), List.of(wanted));
    }

    /** Whether it would make a check fail where these are in and those are out. */
    public boolean bites(SortedSet<String> in, SortedSet<String> out) {
        return out.containsAll(anyOf) && where.map(in::contains).orElse(true);
    }
}
