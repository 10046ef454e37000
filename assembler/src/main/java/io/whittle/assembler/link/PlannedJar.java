package io.whittle.assembler.link;

import io.whittle.assembler.classpath.ClassPathFolder;
import io.whittle.assembler.classpath.LaidJar;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A jar on the class path of an image.
 *
 * @param artifact {@code group:artifact[:classifier]}
 * @param path the jar on this machine
 * @param label how people know it, with its version
 * @param own whether it is built from sources of the very build that asks; otherwise it is a dependency
 * @param file its name in {@link ClassPathFolder#FOLDER}
 * @param sha256 of its content, in hexadecimal
 * @param owner who brought it: {@code base}, {@code feature dns}, or nobody's: one that another depends on
 * @param via the jar whose POM first brings it; empty for one that the catalogue names
 */
public record PlannedJar(
        String artifact,
        Path path,
        String label,
        boolean own,
        String file,
        String sha256,
        Optional<String> owner,
        Optional<String> via) {
    /** Its path in an image. */
    public String inImage() {
        return ClassPathFolder.FOLDER + "/" + file;
    }

    LaidJar laid() {
        return new LaidJar(path, file, sha256);
    }
}
