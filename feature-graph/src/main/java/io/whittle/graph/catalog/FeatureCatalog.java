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
        Tags tags) {
    public FeatureCatalog {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        capabilities = Collections.unmodifiableSortedMap(new TreeMap<>(capabilities));
        profiles = Collections.unmodifiableSortedMap(new TreeMap<>(profiles));
        checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
    }
}
