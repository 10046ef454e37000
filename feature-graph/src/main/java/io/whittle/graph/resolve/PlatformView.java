package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;
import io.whittle.graph.resolve.ProfileWord.Stance;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.PlatformGraph;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A catalogue and a profile as one platform sees them: every condition has become a constant.
 *
 * @param graph what the catalogue says
 * @param base what base requires, and where
 * @param named features asked for by name
 * @param excluded features the profile rules out
 * @param chosen by capability: the provider the profile chooses
 * @param coveredByAll features that {@code include: all} stands for and the profile does not rule out; empty when the
 *     profile does not say it
 */
record PlatformView(
        PlatformGraph graph,
        EffectiveProfile profile,
        SortedMap<String, Place> base,
        SortedMap<String, ProfileWord> named,
        SortedMap<String, ProfileWord> excluded,
        SortedMap<String, Statement.Chooses> chosen,
        SortedSet<String> coveredByAll) {
    PlatformView {
        base = Collections.unmodifiableSortedMap(base);
        named = Collections.unmodifiableSortedMap(named);
        excluded = Collections.unmodifiableSortedMap(excluded);
        chosen = Collections.unmodifiableSortedMap(chosen);
        coveredByAll = Collections.unmodifiableSortedSet(coveredByAll);
    }

    /**
     * Looks at a profile.
     *
     * @throws UnresolvableException when the profile is not made for the platform; nothing else is said then, for what
     *     may be wrong on a platform nobody wanted is noise
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    static PlatformView of(PlatformGraph graph, String profileName) throws UnresolvableException {
        return of(graph, EffectiveProfile.of(graph.catalog(), profileName));
    }

    /** The same, for a profile that is at hand, and may be another than the catalogue's. */
    static PlatformView of(PlatformGraph graph, EffectiveProfile profile) throws UnresolvableException {
        FeatureCatalog catalog = graph.catalog();
        Platform platform = graph.platform();
        refuseOtherPlatforms(catalog, profile, platform);
        SortedMap<String, ProfileWord> excluded = words(profile, platform, Stance.EXCLUDE);
        return new PlatformView(
                graph,
                profile,
                base(catalog, platform),
                words(profile, platform, Stance.INCLUDE),
                excluded,
                Choices.of(graph, profile),
                coveredByAll(catalog, profile, excluded.keySet()));
    }

    FeatureCatalog catalog() {
        return graph.catalog();
    }

    Platform platform() {
        return graph.platform();
    }

    /** What is demanded beside {@code all}. */
    Demands demands() {
        BitSet wanted = numbers(named.keySet());
        wanted.set(graph.base());
        BitSet banned = numbers(excluded.keySet());
        banned.or(graph.absent());
        int[] choices = Demands.none(graph).chosen();
        chosen.forEach(
                (capability, choice) -> choices[graph.capability(capability)] = graph.feature(choice.provider()));
        return new Demands(wanted, banned, choices);
    }

    BitSet numbers(Set<String> features) {
        BitSet numbers = new BitSet();
        features.forEach(feature -> numbers.set(graph.feature(feature)));
        return numbers;
    }

    /** Why a chain begins at this feature: it is asked for by name, or else base requires it, or else {@code all}. */
    Reason.Root root(String feature) {
        if (named.containsKey(feature)) {
            ProfileWord word = named.get(feature);
            return new Reason.AskedFor(word.profile(), word.place());
        }
        if (base.containsKey(feature)) {
            return new Reason.RequiredByBase(base.get(feature));
        }
        Said<Place> all = profile.includeAll()
                .filter(said -> coveredByAll.contains(feature))
                .orElseThrow(() -> new IllegalArgumentException("no chain begins at " + feature));
        return new Reason.AskedForByAll(all.profile(), all.value());
    }

    Reason.ExcludedBy exclusion(String feature) {
        ProfileWord word = excluded.get(feature);
        return new Reason.ExcludedBy(word.profile(), word.word().because(), word.place());
    }

    Reason.NotAvailable absence(String feature) {
        Feature absentOne = catalog().features().get(feature);
        return new Reason.NotAvailable(
                Availability.of(absentOne), absentOne.name().place());
    }

    /** A word that asks for the feature on other platforms than this one, where none counts here. */
    Optional<ProfileWord> askedForElsewhere(String feature) {
        return profile.words().getOrDefault(feature, List.of()).stream()
                .filter(word ->
                        word.stance() == Stance.INCLUDE && !word.word().when().holds(platform()))
                .findFirst();
    }

    private static void refuseOtherPlatforms(FeatureCatalog catalog, EffectiveProfile profile, Platform platform)
            throws UnresolvableException {
        if (profile.platforms().isEmpty()) {
            return;
        }
        Said<List<PlatformMention>> madeFor = profile.platforms().get();
        if (madeFor.value().stream().noneMatch(entry -> entry.platform().equals(platform))) {
            Place place = madeFor.value().stream()
                    .map(PlatformMention::place)
                    .findFirst()
                    .orElseGet(() ->
                            catalog.profiles().get(madeFor.profile()).name().place());
            throw new UnresolvableException(
                    catalog.source(),
                    new Request(profile.name(), platform),
                    List.of(new Fault.NotMadeFor(madeFor, platform, place)));
        }
    }

    private static SortedMap<String, ProfileWord> words(EffectiveProfile profile, Platform platform, Stance stance) {
        SortedMap<String, ProfileWord> words = new TreeMap<>();
        for (String feature : profile.words().keySet()) {
            profile.wordOn(feature, platform)
                    .filter(word -> word.stance() == stance)
                    .ifPresent(word -> words.put(feature, word));
        }
        return words;
    }

    private static SortedMap<String, Place> base(FeatureCatalog catalog, Platform platform) {
        SortedMap<String, Place> base = new TreeMap<>();
        for (Edge edge : catalog.base().body().requires()) {
            if (edge.when().holds(platform)) {
                base.putIfAbsent(edge.target().text(), edge.target().place());
            }
        }
        return base;
    }

    private static SortedSet<String> coveredByAll(
            FeatureCatalog catalog, EffectiveProfile profile, Set<String> excluded) {
        SortedSet<String> covered = new TreeSet<>();
        if (profile.includeAll().isPresent()) {
            for (Feature feature : catalog.features().values()) {
                if (!feature.internal() && feature.auto().isEmpty()) {
                    covered.add(feature.name().text());
                }
            }
            covered.removeAll(excluded);
        }
        return covered;
    }
}
