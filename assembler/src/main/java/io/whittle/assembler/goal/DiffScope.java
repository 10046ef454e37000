package io.whittle.assembler.goal;

import io.whittle.assembler.diff.Side;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.catalog.Platform;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which images are compared.
 *
 * @param profiles names; none for all
 * @param platforms none for all
 */
record DiffScope(List<String> profiles, Set<Platform> platforms) {
    static DiffScope of(DiffRequest request, List<String> faults) {
        AskedPlatforms asked = AskedPlatforms.of(request.platforms(), faults);
        boolean every = request.profiles().contains(Resolutions.ALL);
        return new DiffScope(every ? List.of() : request.profiles(), asked.all() ? Set.of() : asked.named());
    }

    /** What of a side is compared. */
    Side of(Side side) {
        return side.only(key -> (profiles.isEmpty() || profiles.contains(key.profile()))
                && (platforms.isEmpty() || platforms.contains(key.platform())));
    }

    /** A name that neither side knows is a fault. */
    void holdNames(List<Side> sides, List<String> faults) {
        SortedSet<String> known = new TreeSet<>();
        sides.forEach(side -> known.addAll(side.profiles()));
        NearestName nearest = new NearestName();
        for (String name : profiles) {
            if (!known.contains(name)) {
                String guess = nearest.to(name, known)
                        .map(near -> ": did you mean " + near + "?")
                        .orElse("");
                faults.add("Neither side has a profile '" + name + "'" + guess + "\n  "
                        + (known.isEmpty() ? "They have none at all." : "Ask for one of: " + String.join(", ", known)));
            }
        }
    }

    /** Where nothing is left of what both sides have, there would be no difference, and that would be no answer. */
    void holdImages(List<Side> some, List<String> faults) {
        boolean narrowed = !profiles.isEmpty() || !platforms.isEmpty();
        if (narrowed && some.stream().allMatch(Side::isWithoutImages)) {
            faults.add("No image is left to compare: neither side has one of "
                    + (profiles.isEmpty() ? "its profiles" : String.join(", ", profiles))
                    + (platforms.isEmpty()
                            ? ""
                            : " on "
                                    + platforms.stream().map(Platform::toString).collect(Collectors.joining(", ")))
                    + ".\n  Leave out whittle.profile and whittle.platform to compare all that they have.");
        }
    }
}
