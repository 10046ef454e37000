package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.resolve.Fault;
import io.whittle.graph.resolve.ProfileWord;
import io.whittle.graph.resolve.ProfileWord.Stance;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.Statement;
import io.whittle.graph.resolve.UnresolvableException;
import io.whittle.graph.solve.PlatformGraph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds profiles that cannot be had on a platform, or ask for nothing there, and features that no profile brings in. */
final class ProfileLives {
    private final FeatureCatalog catalog;
    private final List<PlatformFacts> kinds;
    private final Gathering gathering;
    private final Set<String> brought = new HashSet<>();
    private boolean allMet = true;

    ProfileLives(FeatureCatalog catalog, List<PlatformFacts> kinds, Gathering gathering) {
        this.catalog = catalog;
        this.kinds = kinds;
        this.gathering = gathering;
    }

    void observe() {
        for (Profile profile : catalog.profiles().values()) {
            EffectiveProfile effective =
                    EffectiveProfile.of(catalog, profile.name().text());
            Place place = profile.name().place();
            if (effective.platforms().filter(said -> said.value().isEmpty()).isPresent()) {
                gathering.add(new ProfileObservation.NoPlatform(effective.name(), place));
                continue;
            }
            for (PlatformFacts kind : kinds) {
                List<Platform> here = kind.platforms().stream()
                        .filter(platform -> isMadeFor(effective, platform))
                        .toList();
                if (!here.isEmpty()) {
                    look(effective, place, kind, here);
                }
            }
        }
        // What a profile that fails would bring nobody knows.
        if (allMet && !catalog.profiles().isEmpty()) {
            catalog.features().values().forEach(this::unused);
        }
    }

    private void look(EffectiveProfile profile, Place place, PlatformFacts kind, List<Platform> platforms) {
        if (asksNothing(profile, platforms.get(0))) {
            gathering.add(new ProfileObservation.AsksNothing(profile.name(), place), platforms);
        }
        // On all platforms of a kind it comes to the same, but only where it is made for one it comes to anything.
        PlatformGraph graph = platforms.contains(kind.graph().platform())
                ? kind.graph()
                : PlatformGraph.of(catalog, platforms.get(0));
        try {
            brought.addAll(Resolver.resolve(graph, profile.name()).in());
        } catch (UnresolvableException cannot) {
            allMet = false;
            for (Fault fault : cannot.faults()) {
                // Where base clashes, no profile is to blame.
                if (fault instanceof Fault.Clash clash
                        && !clash.statements().stream().allMatch(Statement.NotAvailable.class::isInstance)) {
                    gathering.add(ProfileObservation.Unmet.of(clash), platforms);
                }
            }
        }
    }

    private void unused(Feature feature) {
        String name = feature.name().text();
        if (brought.contains(name)) {
            return;
        }
        List<Platform> platforms = kinds.stream()
                .filter(kind -> kind.canBeIn(kind.graph().feature(name)))
                .flatMap(kind -> kind.platforms().stream())
                .toList();
        if (!platforms.isEmpty()) {
            gathering.add(new FeatureObservation.Unused(name, feature.name().place()), platforms);
        }
    }

    private static boolean asksNothing(EffectiveProfile profile, Platform platform) {
        boolean names = false;
        for (List<ProfileWord> words : profile.words().values()) {
            names |= words.stream().anyMatch(word -> word.stance() == Stance.INCLUDE);
        }
        return names
                && profile.includeAll().isEmpty()
                && profile.words().keySet().stream()
                        .flatMap(feature -> profile.wordOn(feature, platform).stream())
                        .noneMatch(word -> word.stance() == Stance.INCLUDE);
    }

    private static boolean isMadeFor(EffectiveProfile profile, Platform platform) {
        return profile.platforms()
                .map(said ->
                        said.value().stream().map(PlatformMention::platform).anyMatch(platform::equals))
                .orElse(true);
    }
}
