package io.whittle.graph.resolve;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Profile;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A catalogue of which every profile puts other artifacts behind modules besides, as the user of one build says. */
public final class ReplacingCatalog {
    private ReplacingCatalog() {}

    /**
     * The catalogue with these for every profile; they come before what a profile says itself, and are said to stand where its name
     * does. Linear in the profiles.
     *
     * @param replace module name to {@code group:artifact[:classifier]}
     */
    public static FeatureCatalog of(FeatureCatalog catalog, Map<String, String> replace) {
        if (replace.isEmpty()) {
            return catalog;
        }
        SortedMap<String, Profile> profiles = new TreeMap<>();
        catalog.profiles().forEach((name, profile) -> profiles.put(name, with(profile, replace)));
        return catalog.withProfiles(profiles);
    }

    /** Whether the user of one build says so, and no profile: nothing that a profile says stands where its name does. */
    public static boolean isOfOneBuild(FeatureCatalog catalog, Said<Mention> said) {
        Profile profile = catalog.profiles().get(said.profile());
        return profile != null && profile.name().place().equals(said.value().place());
    }

    private static Profile with(Profile profile, Map<String, String> replace) {
        SortedMap<String, Mention> all = new TreeMap<>(profile.replace());
        replace.forEach((module, artifact) ->
                all.put(module, new Mention(artifact, profile.name().place())));
        return profile.withReplace(all);
    }
}
