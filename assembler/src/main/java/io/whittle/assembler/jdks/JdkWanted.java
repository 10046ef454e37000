package io.whittle.assembler.jdks;

import io.whittle.graph.catalog.Platform;

/**
 * Which JDK is looked for.
 *
 * @param platform for which it links images
 * @param featureVersion such as 17
 */
public record JdkWanted(Platform platform, int featureVersion) {
    /** {@code JDK 17 for linux/arm64}. */
    @Override
    public String toString() {
        return "JDK " + featureVersion + " for " + platform;
    }
}
