package io.whittle.assembler.lock;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** A whittle.lock that cannot be used; the message names the place and what to do. */
public final class LockException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient Optional<Place> place;

    /**
     * Where in the file.
     *
     * @param line 1 for the first
     * @param column 1 for the first
     */
    public record Place(int line, int column) {
        /** As one comes before another in a file. */
        public static final Comparator<Place> IN_FILE =
                Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

        /** {@code whittle.lock:4:13}. */
        public String in(Path file) {
            return file + ":" + line + ":" + column;
        }
    }

    LockException(Path file, Optional<Place> place, String wrong, String remedy) {
        super(place.map(at -> at.in(file)).orElseGet(file::toString) + ": " + wrong + ".\n  " + remedy);
        this.file = file;
        this.place = place;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** The place, where the file could be read so far. */
    public Optional<Place> place() {
        return place;
    }
}
