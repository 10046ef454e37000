package io.whittle.assembler.goal;

import io.whittle.assembler.modules.PathEntry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the init goal is asked.
 *
 * @param to the catalogue that is to be written; must not exist
 * @param project the project's own name
 * @param path the project's modules and those of its dependencies
 * @param jdks where the JDK comes from whose modules go into images
 * @param output the folder that keeps what the JDK answered
 * @param linking the part of the project that depends on all of its modules; empty where none does
 * @param bound whether the build binds the link already
 * @param version of the plugin, for the lines of a pom
 */
public record InitRequest(
        Path to,
        String project,
        List<PathEntry> path,
        JdkRequest jdks,
        Path output,
        Optional<String> linking,
        boolean bound,
        String version) {
    public InitRequest {
        path = List.copyOf(path);
    }
}
