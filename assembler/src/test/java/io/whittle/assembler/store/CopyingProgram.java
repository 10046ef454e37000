package io.whittle.assembler.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Stands in for a disk that has clones: it copies, and keeps what it was asked. */
final class CopyingProgram implements CloneProgram {
    final List<Path> asked = new ArrayList<>();

    private final Predicate<Path> able;

    /** One that copies what it is able to, and of all else a half. */
    CopyingProgram(Predicate<Path> able) {
        this.able = able;
    }

    @Override
    public boolean clone(Path from, Path to) {
        asked.add(from);
        try (Stream<Path> walk = Files.walk(from)) {
            List<Path> all = walk.toList();
            for (Path each : able.test(from) ? all : all.subList(0, all.size() / 2)) {
                // Resolved as text, since a file has nothing below it.
                Files.copy(
                        each,
                        Path.of(to + each.toString().substring(from.toString().length())),
                        LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return able.test(from);
    }
}
