package io.whittle.assembler.natives;

import java.nio.file.Path;
import java.util.List;

/**
 * What a changed jar brings an image besides itself.
 *
 * @param laid native files that lie in the image's {@code lib/}, by name
 * @param options of the JVM, by which they are found; {@link LaidNatives#LIB} in them stands for the folder
 */
public record ImageNatives(List<LaidFile> laid, List<String> options) {
    /** Nothing. */
    public static final ImageNatives NONE = new ImageNatives(List.of(), List.of());

    public ImageNatives {
        laid = List.copyOf(laid);
        options = List.copyOf(options);
    }

    /**
     * A file of a jar that lies in the image's {@code lib/}.
     *
     * @param jar the jar
     * @param entry its path in that
     */
    public record LaidFile(Path jar, String entry) {
        /** Its name in {@code lib/}. */
        public String name() {
            return entry.substring(entry.lastIndexOf('/') + 1);
        }
    }
}
