package io.whittle.assembler.jdkneeds;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way in which a provider may know the transformation of a cipher: under its whole name, or under a part of it, when mode
 * or padding are set afterwards. The four ways are told in the guide to writing a provider (Java Cryptography Architecture).
 *
 * @param lookup the name to look up
 * @param mode to be set afterwards
 * @param padding to be set afterwards
 */
record Transformation(String lookup, Optional<String> mode, Optional<String> padding) {
    /** The ways; none for what is no transformation. */
    static Stream<Transformation> of(String transformation) {
        String[] parts = transformation.split("/", 3);
        if (parts.length == 1) {
            return Stream.of(new Transformation(transformation.strip(), Optional.empty(), Optional.empty()));
        }
        if (parts.length == 2) {
            return Stream.empty();
        }
        String algorithm = parts[0].strip();
        Optional<String> mode = Optional.of(parts[1].strip());
        Optional<String> padding = Optional.of(parts[2].strip());
        return Stream.of(
                new Transformation(
                        algorithm + "/" + mode.get() + "/" + padding.get(), Optional.empty(), Optional.empty()),
                new Transformation(algorithm + "/" + mode.get(), Optional.empty(), padding),
                new Transformation(algorithm + "//" + padding.get(), mode, Optional.empty()),
                new Transformation(algorithm, mode, padding));
    }
}
