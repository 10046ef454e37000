package io.whittle.assembler.plan;

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
 * @param sha256 of what lies in the image, in hexadecimal
 * @param owner who brought it: {@code base}, {@code feature dns}, or nobody's: one that another depends on
 * @param via the jar whose POM first brings it; empty for one that the catalogue names
 * @param copy what lies in the image in its place; empty where it lies there as it is
 */
public record PlannedJar(
        String artifact,
        Path path,
        String label,
        boolean own,
        String file,
        String sha256,
        Optional<String> owner,
        Optional<String> via,
        Optional<PlannedModule.Copy> copy) {
    /** One that lies there as it is. */
    public PlannedJar(
            String artifact,
            Path path,
            String label,
            boolean own,
            String file,
            String sha256,
            Optional<String> owner,
            Optional<String> via) {
        this(artifact, path, label, own, file, sha256, owner, via, Optional.empty());
    }

    /** Its path in an image. */
    public String inImage() {
        return ClassPathFolder.FOLDER + "/" + file;
    }

    public LaidJar laid() {
        return new LaidJar(linked(), file, sha256);
    }

    /** What lies in the image, on this machine. */
    public Path linked() {
        return copy.map(PlannedModule.Copy::path).orElse(path);
    }
}
