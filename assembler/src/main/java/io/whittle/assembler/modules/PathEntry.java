package io.whittle.assembler.modules;

import java.nio.file.Path;

/**
 * One jar or folder of classes on the module path.
 *
 * @param path the jar, or the folder that holds {@code module-info.class}
 * @param label how people know it, such as {@code com.acme:app:1.0}; never a path of one machine
 * @param own whether it is built from sources of the very build that asks; otherwise it is a dependency
 */
public record PathEntry(Path path, String label, boolean own) {
    /** A dependency. */
    public PathEntry(Path path, String label) {
        this(path, label, false);
    }

    /** By hand: the JVM makes a record's own text by method handles, which takes a goal that finds nothing changed a fifth of its time. */
    @Override
    public String toString() {
        return path + " " + label + " " + own;
    }

    /** Its label without the version: {@code group:artifact[:classifier]}, as a catalogue names it. */
    public String artifact() {
        return artifact(label);
    }

    /** Any label without its version. */
    public static String artifact(String label) {
        int version = label.lastIndexOf(':');
        return version < 0 ? label : label.substring(0, version);
    }
}
