package io.whittle.assembler.goal;

import io.whittle.graph.catalog.NearestName;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Slips among the properties of a command line: nobody else would tell that {@code -Dwhittle.profle=small} links another profile. */
public final class MistypedProperties {
    private static final String OURS = "whittle.";

    private MistypedProperties() {}

    /**
     * Names that are near to one that is known, and nobody else's.
     *
     * @param given all properties of the command line
     * @param known those of the plugin
     * @param usedElsewhere whether a pom uses a property of its own
     */
    public static List<String> of(Collection<String> given, Collection<String> known, Predicate<String> usedElsewhere) {
        List<String> ends = known.stream().map(MistypedProperties::end).toList();
        List<String> warnings = new ArrayList<>();
        for (String name : new TreeSet<>(given)) {
            if (name.startsWith(OURS) && !known.contains(name)) {
                new NearestName()
                        .to(end(name), ends)
                        .filter(nearest -> !usedElsewhere.test(name))
                        .ifPresent(nearest -> warnings.add("-D" + name
                                + " is no property of Whittle, and nothing looks at it: did you mean -D" + OURS
                                + nearest
                                + "?"));
            }
        }
        return warnings;
    }

    private static String end(String name) {
        return name.substring(OURS.length());
    }
}
