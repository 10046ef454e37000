package io.whittle.graph.catalog;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that one feature-tags.yaml says. Every name in it has been checked: a feature, capability, profile or check that
 * is mentioned exists.
 *
 * @param source the text it was read from
 * @param name the catalogue's own name
 * @param base what is always in
 * @param features by name
 * @param capabilities by name
 * @param image how images are made, unless a profile says otherwise
 * @param profiles by name
 * @param checks by name
 * @param artifacts how single jars are put into images, by {@code group:artifact[:classifier]}
 * @param tags spelling for builds that are not Java
 */
public record FeatureCatalog(
        CatalogSource source,
        Optional<Mention> name,
        Base base,
        SortedMap<String, Feature> features,
        SortedMap<String, Capability> capabilities,
        ImageOptions image,
        SortedMap<String, Profile> profiles,
        SortedMap<String, Check> checks,
        SortedMap<String, ArtifactRule> artifacts,
        Tags tags) {
    public FeatureCatalog {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        capabilities = Collections.unmodifiableSortedMap(new TreeMap<>(capabilities));
        profiles = Collections.unmodifiableSortedMap(new TreeMap<>(profiles));
        checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
        artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
    }

    /** The same with another base. */
    public FeatureCatalog withBase(Base other) {
        return new FeatureCatalog(
                source, name, other, features, capabilities, image, profiles, checks, artifacts, tags);
    }

    /** The same with other features. */
    public FeatureCatalog withFeatures(SortedMap<String, Feature> others) {
        return new FeatureCatalog(source, name, base, others, capabilities, image, profiles, checks, artifacts, tags);
    }

    /** The same with other options for images of profiles that say nothing of them. */
    public FeatureCatalog withImage(ImageOptions other) {
        return new FeatureCatalog(source, name, base, features, capabilities, other, profiles, checks, artifacts, tags);
    }

    /** The same with other profiles. */
    public FeatureCatalog withProfiles(SortedMap<String, Profile> others) {
        return new FeatureCatalog(source, name, base, features, capabilities, image, others, checks, artifacts, tags);
    }

    /** The same with other rules of single jars. */
    public FeatureCatalog withArtifacts(SortedMap<String, ArtifactRule> others) {
        return new FeatureCatalog(source, name, base, features, capabilities, image, profiles, checks, others, tags);
    }

    /** The same with other checks. */
    public FeatureCatalog withChecks(SortedMap<String, Check> others) {
        return new FeatureCatalog(source, name, base, features, capabilities, image, profiles, others, artifacts, tags);
    }
}
