package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.Candidates;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.Resolution;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** From modules that were loaded to parts that may be to blame. */
final class Suspects {
    private Suspects() {}

    /** The candidates to which the modules belong, and that the image lacks. */
    static SortedSet<ImagePart> of(Set<String> loaded, Resolution superset, Candidates<ImagePart> candidates) {
        SortedSet<ImagePart> suspects = new TreeSet<>();
        for (String module : loaded) {
            suspects.add(ImagePart.jdkModule(module));
            suspects.add(ImagePart.module(module));
            Optional.ofNullable(superset.modules().get(module))
                    .flatMap(Ownership::feature)
                    .ifPresent(feature -> suspects.add(ImagePart.feature(feature)));
        }
        suspects.retainAll(candidates.superset());
        suspects.removeAll(candidates.image());
        return suspects;
    }
}
