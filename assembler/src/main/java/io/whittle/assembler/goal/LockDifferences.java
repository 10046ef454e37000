package io.whittle.assembler.goal;

import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Differences from what was accepted, by profile and platform, for people. */
final class LockDifferences {
    private final List<Group> groups = new ArrayList<>();

    private record Group(String profile, Platform platform, List<String> lines) {}

    /** Keeps a difference; no lines are none. */
    void add(String profile, Platform platform, List<String> lines) {
        if (!lines.isEmpty()) {
            groups.add(new Group(profile, platform, List.copyOf(lines)));
        }
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** {@code minimal linux/amd64}, and below it what differs there. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Group group : groups) {
            lines.add("  " + group.profile() + " " + group.platform());
            group.lines().forEach(line -> lines.add("    " + line));
        }
        return lines;
    }

    /** Puts profiles and platforms behind the command that accepts. */
    String command(String begin) {
        Set<String> profiles = new LinkedHashSet<>();
        Set<String> platforms = new LinkedHashSet<>();
        for (Group group : groups) {
            profiles.add(group.profile());
            platforms.add(group.platform().toString());
        }
        String command = begin + " -Dwhittle.profile=" + String.join(",", profiles);
        return platforms.equals(Set.of(Platform.host().toString()))
                ? command
                : command + " -Dwhittle.platform=" + String.join(",", platforms);
    }
}
