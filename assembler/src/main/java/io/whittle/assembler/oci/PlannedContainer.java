package io.whittle.assembler.oci;

import io.whittle.assembler.elf.SystemLibraries;
import io.whittle.graph.catalog.Platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A container image before anything of it is written.
 *
 * @param source what becomes one
 * @param base what lies below it
 * @param layers its own, lowest first
 * @param libraries what is taken of the system
 * @param user as whom it runs, as the configuration of images says it
 * @param notes what a user should know of it
 */
public record PlannedContainer(
        ContainerSource source,
        Optional<BaseImage> base,
        List<Layer> layers,
        SystemLibraries libraries,
        String user,
        List<String> notes) {
    public PlannedContainer {
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
    }

    Platform platform() {
        return source.platform();
    }

    /** All that is in its layers, as text: two of the same text hold the same names and come from the same places. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(source).append('\n').append(user).append('\n');
        base.ifPresent(below -> text.append(below.digest()).append('\n'));
        layers.forEach(layer -> text.append(layer).append('\n'));
        return text.toString();
    }

    /** Files on this machine, of which it is made. */
    public List<Path> inputs() {
        return libraries.files().values().stream().toList();
    }
}
