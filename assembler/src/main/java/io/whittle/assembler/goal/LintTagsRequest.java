package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the lint-tags goal is asked.
 *
 * @param catalog the file
 * @param tags the file with the list; this or the next, not both
 * @param tagList the list itself
 * @param profiles against which it is held as well; none for the catalogue alone
 * @param platforms platforms as the catalogue spells them
 * @param output the folder for the document, under which each profile has its own
 * @param failOnFindings whether errors make the goal fail
 */
public record LintTagsRequest(
        Path catalog,
        Optional<Path> tags,
        Optional<String> tagList,
        List<String> profiles,
        List<String> platforms,
        Path output,
        boolean failOnFindings) {
    public LintTagsRequest {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
    }
}
