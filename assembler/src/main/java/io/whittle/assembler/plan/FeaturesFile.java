package io.whittle.assembler.plan;

import io.whittle.graph.export.FeatureProperties;

/**
 * The file of an image that tells its features.
 *
 * @param path in the image, with {@code /} between its parts
 * @param features what it tells
 */
public record FeaturesFile(String path, FeatureProperties features) {}
