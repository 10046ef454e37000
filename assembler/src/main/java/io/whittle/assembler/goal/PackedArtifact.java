package io.whittle.assembler.goal;

import java.nio.file.Path;

/**
 * An archive to publish.
 *
 * @param file where it stands
 * @param type such as {@code tar.gz}
 * @param classifier {@code <profile>-<os>-<arch>[-<variant>][-musl]}
 */
public record PackedArtifact(Path file, String type, String classifier) {}
