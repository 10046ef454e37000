package io.whittle.assembler.plan;

import io.whittle.graph.resolve.ArtifactOwners;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.Resolution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where POMs and the catalogue must agree: nothing that is in may depend on a jar of a feature that is out, and base on no jar of a feature at
 * all. Of the jars of several variants the one that fits the platform is in, and the others are passed over.
 */
final class JarBorder {
    private final Resolution resolution;
    private final ArtifactOwners owners;
    private final Asker asker;
    private final Requiring requiring;
    private final Set<String> faults = new LinkedHashSet<>();

    JarBorder(Resolution resolution, ArtifactOwners owners, Asker asker, Requiring requiring) {
        this.resolution = resolution;
        this.owners = owners;
        this.asker = asker;
        this.requiring = requiring;
    }

    /** Every edge that was refused, with the edit that mends it. */
    Set<String> faults() {
        return new LinkedHashSet<>(faults);
    }

    /** Whether one jar may bring another. */
    boolean passes(String from, String to, ModuleWalk walk) {
        List<Ownership> owned = owners.byArtifact().getOrDefault(to, List.of());
        if (owned.isEmpty()) {
            return true;
        }
        Optional<Ownership> source = asker.nearestOwner(walk.chain(from));
        if (source.filter(Ownership.ByBase.class::isInstance).isPresent()
                && owned.stream().noneMatch(Ownership.ByBase.class::isInstance)) {
            faults.add(refusal(from, to, owned, walk)
                    + "  Base is in every image, so it must stand without features: move " + to
                    + " to base.artifacts, or " + optional(from, to) + ".");
            return false;
        }
        if (resolution.artifacts().containsKey(to)) {
            return true;
        }
        if (owned.stream().flatMap(owner -> owner.feature().stream()).noneMatch(resolution.in()::contains)) {
            faults.add(refusal(from, to, owned, walk) + "  " + mend(source, owned, from, to));
        }
        return false;
    }

    private String refusal(String from, String to, List<Ownership> owned, ModuleWalk walk) {
        return from + " requires " + to + " (its POM), but " + to + " is of "
                + owned.stream().map(asker::owner).collect(Collectors.joining(" and of "))
                + (resolution.artifacts().containsKey(to)
                        ? ", which is in "
                        : owned.size() > 1 ? ", none of which is in " : ", which is not in ")
                + resolution.profile().name() + " on " + resolution.platform() + ".\n  "
                + Asker.capital(asker.chain(walk.chain(from))) + ".\n";
    }

    private String mend(Optional<Ownership> source, List<Ownership> owned, String from, String to) {
        Set<String> mends = new TreeSet<>();
        source.flatMap(Ownership::feature)
                .ifPresent(asking -> owned.stream()
                        .flatMap(owner -> owner.feature().stream())
                        .forEach(feature -> mends.add(requiring.mend(asking, feature))));
        mends.add(optional(from, to));
        return Asker.capital(String.join("; or ", mends)) + ".";
    }

    private static String optional(String from, String to) {
        return "where " + from + " works without " + to
                + ", say so in the POM: <optional>true</optional> in its own, or an <exclusion> where it is a dependency";
    }
}
