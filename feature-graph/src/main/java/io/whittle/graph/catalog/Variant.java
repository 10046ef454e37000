package io.whittle.graph.catalog;

/**
 * One body of a feature, for the platforms where {@code when} holds.
 *
 * @param when the platforms; no two variants of a feature can fit one platform
 * @param body what comes along there, beside the feature's top level
 * @param place of the entry
 */
public record Variant(PlatformCondition when, FeatureBody body, Place place) {}
