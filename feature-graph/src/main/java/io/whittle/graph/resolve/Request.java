package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Platform;

/**
 * What is asked of a catalogue.
 *
 * @param profile name of the profile
 * @param platform what the image is made for
 */
public record Request(String profile, Platform platform) {}
