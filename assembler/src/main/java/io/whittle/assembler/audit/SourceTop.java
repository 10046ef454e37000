package io.whittle.assembler.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

import static java.util.function.Predicate.not;

/** Where the sources begin that a file is one of. */
final class SourceTop {
    private SourceTop() {}

    /**
     * The folder of the checkout, which has {@code .git}; outside of one that of the build, which has {@code .mvn} or else the last
     * {@code pom.xml} of those above one another; or else the file's own.
     *
     * @param file an absolute path
     */
    static Path of(Path file) {
        Path own = file.getParent();
        return above(own)
                // A file in work trees and submodules.
                .filter(holds(".git"))
                .findFirst()
                .or(() -> above(own).filter(holds(".mvn")).findFirst())
                .or(() -> above(own)
                        .dropWhile(not(holds("pom.xml")))
                        .takeWhile(holds("pom.xml"))
                        .reduce((lower, upper) -> upper))
                .orElse(own);
    }

    private static Stream<Path> above(Path folder) {
        return Stream.iterate(folder, each -> each != null, Path::getParent);
    }

    private static Predicate<Path> holds(String name) {
        return folder -> Files.exists(folder.resolve(name));
    }
}
