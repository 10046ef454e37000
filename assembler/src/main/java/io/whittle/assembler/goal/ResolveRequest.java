package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;

/**
 * What the resolve goal is asked.
 *
 * @param catalog the file
 * @param profiles names of profiles; the one word {@code all} stands for every one
 * @param platforms platforms as the catalogue spells them
 * @param output the folder under which each profile and platform has its own
 * @param strategy {@code closure} or {@code allowlist}
 */
public record ResolveRequest(
        Path catalog, List<String> profiles, List<String> platforms, Path output, String strategy) {
    public ResolveRequest {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
    }
}
