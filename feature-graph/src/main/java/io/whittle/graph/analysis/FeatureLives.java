package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Base;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.PlatformMention;
import io.whittle.graph.resolve.Availability;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.resolve.Impossibility;
import io.whittle.graph.resolve.Said;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Fallout;
import io.whittle.graph.solve.Link;
import io.whittle.graph.solve.PlatformGraph;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds features that can never be in, or are always in. */
final class FeatureLives {
    /** Nobody reads more proofs. */
    private static final int MOST_PROOFS = 20;

    private final FeatureCatalog catalog;
    private final List<Platform> asked;
    private final EveryPlatform everywhere;
    private final Gathering gathering;

    FeatureLives(FeatureCatalog catalog, List<Platform> asked, EveryPlatform everywhere, Gathering gathering) {
        this.catalog = catalog;
        this.asked = asked;
        this.everywhere = everywhere;
        this.gathering = gathering;
    }

    void observe(List<PlatformFacts> kinds) {
        BitSet nowhere = nowhere(kinds);
        observeNowhere(kinds.get(0), nowhere);
        for (PlatformFacts kind : kinds) {
            observeThrough(kind, nowhere);
            if (kind.baseMet()) {
                observeDead(kind);
                observeAlways(kind);
            } else {
                BitSet base = new BitSet();
                gathering.add(
                        new FeatureObservation.BaseUnmet(inBase(), Impossibility.of(kind.graph(), base)),
                        kind.platforms());
            }
        }
    }

    /** Features that are available on none of the platforms. */
    private static BitSet nowhere(List<PlatformFacts> kinds) {
        BitSet nowhere = (BitSet) kinds.get(0).unavailable().members().clone();
        kinds.forEach(kind -> nowhere.and(kind.unavailable().members()));
        nowhere.clear(kinds.get(0).graph().base());
        return nowhere;
    }

    private void observeNowhere(PlatformFacts kind, BitSet nowhere) {
        if (nowhere.isEmpty()) {
            return;
        }
        BitSet waits = isClosed() ? new BitSet() : availableSomewhere(nowhere);
        nowhere.stream().forEach(feature -> {
            Feature found = feature(kind.graph(), feature);
            List<Link> links = kind.unavailable().chainFrom(feature);
            gathering.add(new FeatureObservation.Unavailable(
                    found.name().text(),
                    found.name().place(),
                    new Chains(kind.graph()).of(links),
                    where(kind.graph(), feature, links),
                    waits.get(feature)));
        });
    }

    /** Whether no profile can be linked for other platforms than these. */
    private boolean isClosed() {
        Set<Platform> known = Set.copyOf(asked);
        return !catalog.profiles().isEmpty()
                && catalog.profiles().keySet().stream()
                        .map(profile -> EffectiveProfile.of(catalog, profile).platforms())
                        .allMatch(said -> said.isPresent() && known.containsAll(platforms(said.get())));
    }

    private static Set<Platform> platforms(Said<List<PlatformMention>> said) {
        return said.value().stream().map(PlatformMention::platform).collect(Collectors.toSet());
    }

    private BitSet availableSomewhere(BitSet features) {
        BitSet somewhere = new BitSet();
        everywhere.graphs().forEach(graph -> {
            BitSet here = (BitSet) features.clone();
            here.andNot(PlatformFacts.unavailable(graph).members());
            somewhere.or(here);
        });
        return somewhere;
    }

    private void observeThrough(PlatformFacts kind, BitSet nowhere) {
        PlatformGraph graph = kind.graph();
        BitSet through = (BitSet) kind.unavailable().members().clone();
        through.andNot(graph.absent());
        through.andNot(nowhere);
        through.clear(graph.base());
        through.stream().forEach(feature -> {
            Feature found = feature(graph, feature);
            List<Link> links = kind.unavailable().chainFrom(feature);
            gathering.add(
                    new FeatureObservation.UnavailableThrough(
                            found.name().text(),
                            found.name().place(),
                            new Chains(graph).of(links),
                            where(graph, feature, links)),
                    kind.platforms());
        });
    }

    /** Where the last feature of a chain is available; empty when the chain ends with a need. */
    private Optional<PlatformCondition> where(PlatformGraph graph, int feature, List<Link> links) {
        int last = links.isEmpty() ? feature : links.get(links.size() - 1).target();
        return last < 0 ? Optional.empty() : Optional.of(Availability.of(feature(graph, last)));
    }

    private void observeDead(PlatformFacts kind) {
        PlatformGraph graph = kind.graph();
        BitSet dead = (BitSet) kind.never().clone();
        dead.andNot(kind.unavailable().members());
        if (dead.isEmpty()) {
            return;
        }
        BitSet roots = roots(graph, dead, kind.never());
        BitSet seeds = graph.absent();
        seeds.or(roots);
        Fallout falling = Fallout.of(graph, seeds, Demands.none(graph).chosen());
        // Dead in a circle, or by what no single edge shows: each falls by itself.
        BitSet alone = (BitSet) dead.clone();
        alone.andNot(falling.members());
        for (int feature = alone.nextSetBit(0); feature >= 0; feature = alone.nextSetBit(feature + 1)) {
            roots.set(feature);
            seeds.set(feature);
            falling = Fallout.of(graph, seeds, Demands.none(graph).chosen());
            alone.andNot(falling.members());
        }
        Fallout fallen = falling;
        int[] proofs = {0};
        dead.stream().forEach(feature -> {
            Feature found = feature(graph, feature);
            String name = found.name().text();
            Place place = found.name().place();
            gathering.add(
                    roots.get(feature)
                            ? new FeatureObservation.Dead(name, place, why(graph, feature, proofs[0]++))
                            : new FeatureObservation.DeadThrough(
                                    name, place, new Chains(graph).of(fallen.chainFrom(feature))),
                    kind.platforms());
        });
    }

    /** Those of the dead that would still be dead if every other one could be in. */
    private static BitSet roots(PlatformGraph graph, BitSet dead, BitSet never) {
        BitSet roots = (BitSet) dead.clone();
        dead.stream().forEach(feature -> {
            for (int target : graph.requires().targetsOf(feature)) {
                if (never.get(target)) {
                    roots.clear(feature);
                }
            }
            for (int capability : graph.needs().targetsOf(feature)) {
                BitSet providers = new BitSet();
                for (int provider : graph.providers().targetsOf(capability)) {
                    providers.set(provider);
                }
                providers.andNot(never);
                if (providers.isEmpty()) {
                    roots.clear(feature);
                }
            }
        });
        return roots;
    }

    private static Impossibility why(PlatformGraph graph, int feature, int proofs) {
        BitSet one = new BitSet();
        one.set(feature);
        return proofs < MOST_PROOFS
                ? Impossibility.of(graph, one)
                : new Impossibility(List.of(graph.feature(feature)), Optional.empty());
    }

    private void observeAlways(PlatformFacts kind) {
        PlatformGraph graph = kind.graph();
        BitSet base = new BitSet();
        base.set(graph.base());
        Closure closure = Closure.of(graph, base, Demands.none(graph).chosen());
        kind.always().stream().forEach(feature -> {
            Feature found = feature(graph, feature);
            gathering.add(
                    new FeatureObservation.AlwaysIn(
                            found.name().text(),
                            found.name().place(),
                            closure.holds(feature) ? new Chains(graph).of(closure.chainTo(feature)) : List.of()),
                    kind.platforms());
        });
    }

    private Feature feature(PlatformGraph graph, int number) {
        return catalog.features().get(graph.feature(number));
    }

    private Place inBase() {
        Base base = catalog.base();
        return Stream.concat(base.body().requires().stream(), base.body().needs().stream())
                .map(edge -> edge.target().place())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
