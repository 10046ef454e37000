package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the diff goal is asked.
 *
 * @param from the former: a catalogue, a lock, an output folder, or the folder of one image in it; empty where none is named
 * @param to the later; empty for the project's own of the same kind
 * @param catalog the project's own catalogue
 * @param lockFile the project's own lock
 * @param outputs folders of the project's own output; of those that are there the first counts
 * @param profiles names of profiles to compare alone; none for all
 * @param platforms platforms to compare alone; none for those that each side knows
 * @param output where diff.json and diff.md go
 */
public record DiffRequest(
        Optional<Path> from,
        Optional<Path> to,
        Optional<Path> catalog,
        Path lockFile,
        List<Path> outputs,
        List<String> profiles,
        List<String> platforms,
        Path output) {
    public DiffRequest {
        outputs = List.copyOf(outputs);
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
    }
}
