package io.whittle.maven;

import io.whittle.graph.catalog.Platform;

/** The platform that Maven runs on. */
final class HostPlatform {
    private HostPlatform() {}

    static String name() {
        return Platform.host().toString();
    }
}
