package io.whittle.assembler.goal;

import io.whittle.assembler.diff.ImageKey;
import io.whittle.assembler.diff.Kind;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a comparison is made with where the user names no second: the project's own of the same kind. */
final class DiffDefault {
    private final DiffRequest request;
    private final List<String> faults;

    DiffDefault(DiffRequest request, List<String> faults) {
        this.request = request;
        this.faults = faults;
    }

    /**
     * The later one.
     *
     * @param image which image the former is, where it is one
     */
    DiffEnd of(DiffEnd from, Optional<ImageKey> image) {
        return switch (from.kind()) {
            case CATALOG -> first(request.catalog().stream().toList(), Kind.CATALOG);
            case LOCK -> first(List.of(request.lockFile()), Kind.LOCK);
            case OUTPUT -> first(request.outputs(), Kind.OUTPUT);
            case IMAGE ->
                first(
                        request.outputs().stream()
                                .map(output -> output.resolve(
                                                image.orElseThrow().profile())
                                        .resolve(image.orElseThrow().platform().folder()))
                                .toList(),
                        Kind.IMAGE);
        };
    }

    private DiffEnd first(List<Path> places, Kind kind) {
        Optional<Path> found = places.stream().filter(Files::exists).findFirst();
        if (found.isEmpty()) {
            faults.add("whittle.to is not set, and the project has no " + kind.word() + " of its own"
                    + places.stream()
                            .findFirst()
                            .map(place -> ": there is no " + place)
                            .orElse("")
                    + ".\n  " + make(kind) + " or name the later one with -Dwhittle.to=<file or folder>.");
        } else if (isFrom(found.get())) {
            faults.add("whittle.from is " + found.get() + ", the project's own, and would be compared with itself.\n"
                    + "  Keep a copy of the former one, or name the later one with -Dwhittle.to=<file or folder>.");
        }
        return new DiffEnd(found.orElse(Path.of("")), kind);
    }

    private boolean isFrom(Path place) {
        return place.toAbsolutePath()
                .normalize()
                .equals(request.from().orElseThrow().toAbsolutePath().normalize());
    }

    private static String make(Kind kind) {
        return switch (kind) {
            case CATALOG -> "Name it with -Dwhittle.catalog=<file>,";
            case LOCK -> "Make it with 'mvn package whittle:lock',";
            default -> "Make it with 'mvn package whittle:link',";
        };
    }
}
