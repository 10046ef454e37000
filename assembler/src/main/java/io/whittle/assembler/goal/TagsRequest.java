package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the tags goal is asked.
 *
 * @param catalog the file
 * @param profiles names of profiles; the one word {@code all} stands for every one
 * @param platforms platforms as the catalogue spells them
 * @param output the folder under which each profile has its own
 * @param strategy {@code closure} or {@code allowlist}
 * @param template a template to fill in; without one, tags are written
 * @param templateOutput the file that is made of the template; without it, one in the folder of each profile and platform
 */
public record TagsRequest(
        Path catalog,
        List<String> profiles,
        List<String> platforms,
        Path output,
        String strategy,
        Optional<Path> template,
        Optional<Path> templateOutput) {
    public TagsRequest {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
    }
}
