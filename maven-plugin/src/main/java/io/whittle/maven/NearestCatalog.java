package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for the catalogue: in a folder, then in those above it. */
final class NearestCatalog {
    private static final String NAME = "feature-tags.yaml";

    private NearestCatalog() {}

    static Path from(Path folder) throws GoalException {
        Path start = folder.toAbsolutePath().normalize();
        for (Path at = start; at != null; at = at.getParent()) {
            Path file = at.resolve(NAME);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new GoalException(List.of("There is no " + NAME + " in " + start + " or above it.\n"
                + "  Start one with these lines, or name another file with -Dwhittle.catalog=<file>:\n\n"
                + "    schema: 1\n"
                + "    base: {modules: [your.main.module]}\n"
                + "    features:\n"
                + "      extra: {modules: [your.extra.module]}\n"
                + "    profiles:\n"
                + "      small: {include: []}\n"
                + "      full: {include: all}"));
    }
}
