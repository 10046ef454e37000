package io.whittle.assembler.oci;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A container image that has been made.
 *
 * @param planned what it was made of
 * @param layers with those of the base, lowest first
 * @param config what it runs
 * @param manifest what it is made of
 * @param archive for {@code docker load}, where one was wanted
 */
public record ContainerImage(
        PlannedContainer planned, List<WrittenLayer> layers, Blob config, Blob manifest, Optional<Path> archive) {
    public ContainerImage {
        layers = List.copyOf(layers);
    }

    /** Where the archive of an image goes: beside the linked one. */
    public static Path archiveOf(OciSettings settings, ContainerSource source) {
        return DockerArchive.file(settings, source);
    }

    /** What it takes to transfer all of it. */
    public long bytes() {
        return layers.stream().mapToLong(WrittenLayer::bytes).sum() + config.bytes() + manifest.bytes();
    }
}
