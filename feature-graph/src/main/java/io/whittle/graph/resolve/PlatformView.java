package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;
import io.whittle.graph.resolve.ProfileWord.Stance;

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
 * @param requirements who requires whom
 * @param base what base requires, and where
 * @param named features asked for by name
 * @param excluded features the profile rules out
 * @param coveredByAll features that {@code include: all} stands for and the profile does not rule out; empty when the
 *     profile does not say it
 * @param absent features that are not available by their own word
 */
record PlatformView(
        FeatureCatalog catalog,
        EffectiveProfile profile,
        Platform platform,
        RequirementGraph requirements,
        SortedMap<String, Place> base,
        SortedMap<String, ProfileWord> named,
        SortedMap<String, ProfileWord> excluded,
        SortedSet<String> coveredByAll,
        SortedSet<String> absent) {
    PlatformView {
        base = Collections.unmodifiableSortedMap(base);
        named = Collections.unmodifiableSortedMap(named);
        excluded = Collections.unmodifiableSortedMap(excluded);
        coveredByAll = Collections.unmodifiableSortedSet(coveredByAll);
        absent = Collections.unmodifiableSortedSet(absent);
    }

    /**
     * Looks at the request.
     *
     * @throws UnresolvableException when the profile is not made for the platform; nothing else is said then, for what
     *     may be wrong on a platform nobody wanted is noise
     */
    static PlatformView of(FeatureCatalog catalog, Request request) throws UnresolvableException {
        EffectiveProfile profile = EffectiveProfile.of(catalog, request.profile());
        Platform platform = request.platform();
        if (profile.platforms().isPresent()) {
            Said<List<PlatformMention>> madeFor = profile.platforms().get();
            if (madeFor.value().stream().noneMatch(entry -> entry.platform().equals(platform))) {
                Place place = madeFor.value().stream()
                        .map(PlatformMention::place)
                        .findFirst()
                        .orElseGet(() ->
                                catalog.profiles().get(madeFor.profile()).name().place());
                throw new UnresolvableException(
                        catalog.source(), request, List.of(new Fault.NotMadeFor(madeFor, platform, place)));
            }
        }
        SortedMap<String, ProfileWord> excluded = words(profile, platform, Stance.EXCLUDE);
        return new PlatformView(
                catalog,
                profile,
                platform,
                RequirementGraph.of(catalog, platform),
                base(catalog, platform),
                words(profile, platform, Stance.INCLUDE),
                excluded,
                coveredByAll(catalog, profile, excluded.keySet()),
                absent(catalog, platform));
    }

    /** Where chains begin: what is asked for by name or by {@code all}, and what base requires. */
    SortedSet<String> roots() {
        SortedSet<String> roots = namedOrBase();
        roots.addAll(coveredByAll);
        return roots;
    }

    /** What has to be in, or else the request fails. */
    SortedSet<String> namedOrBase() {
        SortedSet<String> roots = new TreeSet<>(named.keySet());
        roots.addAll(base.keySet());
        return roots;
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
        Feature absentOne = catalog.features().get(feature);
        return new Reason.NotAvailable(
                Availability.of(absentOne), absentOne.name().place());
    }

    /** Why a feature is out that no requirement keeps out. */
    Reason.Out reasonOut(String feature) {
        if (excluded.containsKey(feature)) {
            return exclusion(feature);
        }
        return absent.contains(feature) ? absence(feature) : new Reason.NotAskedFor(askedForElsewhere(feature));
    }

    /** A word that asks for the feature on other platforms than this one, where none counts here. */
    private Optional<ProfileWord> askedForElsewhere(String feature) {
        return profile.words().getOrDefault(feature, List.of()).stream()
                .filter(word ->
                        word.stance() == Stance.INCLUDE && !word.word().when().holds(platform))
                .findFirst();
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

    private static SortedSet<String> absent(FeatureCatalog catalog, Platform platform) {
        SortedSet<String> absent = new TreeSet<>();
        for (Feature feature : catalog.features().values()) {
            if (feature.bodyOn(platform).isEmpty()) {
                absent.add(feature.name().text());
            }
        }
        return absent;
    }
}
