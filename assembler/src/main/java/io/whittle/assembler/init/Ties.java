package io.whittle.assembler.init;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Use;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Who of the listed modules uses whom, each with the strongest place that proves it. */
final class Ties {
    private static final Comparator<Seen> STRONGEST = Comparator.comparing(
                    (Seen seen) -> seen.use().grade())
            .thenComparing(seen -> !seen.from().equals(seen.use().from()))
            // Places in code say more than those in descriptors.
            .thenComparing(seen -> seen.use().what().equals("requires"))
            .thenComparing(seen -> seen.use().from())
            .thenComparing(seen -> seen.use().what());

    private final SortedMap<String, SortedMap<String, Seen>> needed = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Seen>> optional = new TreeMap<>();

    private record Seen(String from, Use use) {}

    Ties(Listing listing) {
        for (Use use : listing.evidence().uses()) {
            // Who is named behind 'opens to' is not used.
            if (listing.modules().contains(use.to()) && !use.what().equals("opens to")) {
                for (String from : listing.users(use.from())) {
                    if (!from.equals(use.to())) {
                        (use.optional() ? optional : needed)
                                .computeIfAbsent(from, none -> new TreeMap<>())
                                .merge(
                                        use.to(),
                                        new Seen(from, use),
                                        (one, other) -> STRONGEST.compare(one, other) <= 0 ? one : other);
                    }
                }
            }
        }
    }

    /** Whom a module cannot do without, and why. */
    SortedMap<String, Reason> needed(String from) {
        return reasons(needed, from);
    }

    /** Whom a module uses where it is there, and why; it may need them as well. */
    SortedMap<String, Reason> optional(String from) {
        return reasons(optional, from);
    }

    /** Whether any of the modules uses one of others where it is there. */
    boolean usesIfPresent(SortedSet<String> modules, SortedSet<String> others) {
        return modules.stream()
                .anyMatch(module -> optional(module).keySet().stream().anyMatch(others::contains));
    }

    private static SortedMap<String, Reason> reasons(SortedMap<String, SortedMap<String, Seen>> ties, String from) {
        SortedMap<String, Reason> reasons = new TreeMap<>();
        ties.getOrDefault(from, Collections.emptySortedMap()).forEach((to, seen) -> reasons.put(to, reason(seen)));
        return reasons;
    }

    private static Reason reason(Seen seen) {
        Use use = seen.use();
        // A line says more than a class as a whole.
        CodePlace place = use.places().stream()
                .filter(each -> each.line() > 0)
                .findFirst()
                .orElse(use.places().get(0));
        return new Reason(
                use.grade(), place + (use.from().equals(seen.from()) ? "" : ", in the library " + use.from()));
    }
}
