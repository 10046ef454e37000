package io.whittle.assembler.audit;

import io.whittle.graph.catalog.Platform;

/**
 * An image in which a finding bites.
 *
 * @param profile the profile
 * @param platform the platform
 */
public record Bite(String profile, Platform platform) implements Comparable<Bite> {
    @Override
    public int compareTo(Bite other) {
        int byProfile = profile.compareTo(other.profile);
        return byProfile == 0 ? platform.compareTo(other.platform) : byProfile;
    }
}
