package io.whittle.assembler.lock;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads whittle.lock. A file that is there is used or refused, never passed over. */
public final class LockReader {
    private static final String RESTORE =
            "Restore it from version control, or delete it and write it anew with whittle:lock for every profile it held.";

    private final Path file;

    private LockReader(Path file) {
        this.file = file;
    }

    /**
     * Reads the file; empty when nothing stands at this path.
     *
     * @throws LockException when what stands there is no lock that this version understands
     */
    public static Optional<Lock> read(Path file) throws LockException {
        return parsed(file).map(LockParser.Parsed::lock);
    }

    /**
     * Reads the findings that were accepted, each with the place of its code; none when nothing stands at this path.
     *
     * @throws LockException when what stands there is no lock that this version understands
     */
    public static SortedMap<LockedFinding, LockException.Place> findings(Path file) throws LockException {
        return parsed(file).map(LockParser.Parsed::findings).orElseGet(TreeMap::new);
    }

    private static Optional<LockParser.Parsed> parsed(Path file) throws LockException {
        // A link that leads nowhere is there, too.
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new LockReader(file).read())
                : Optional.empty();
    }

    private LockParser.Parsed read() throws LockException {
        String text = text();
        try {
            return LockParser.parse(text);
        } catch (LockTokens.NewerSchema newer) {
            throw new LockException(
                    file,
                    Optional.of(newer.place()),
                    "its schema is " + newer.schema() + ", and this version of Whittle knows " + LockJson.OLDEST_SCHEMA
                            + " to " + LockJson.SCHEMA,
                    "It was written by another version: link with that one, or delete the file and accept anew with this"
                            + " one.");
        } catch (LockTokens.Malformed malformed) {
            throw new LockException(file, Optional.of(malformed.place()), malformed.getMessage(), RESTORE);
        } catch (JacksonException broken) {
            throw new LockException(file, place(broken.getLocation()), noJson(text, broken), RESTORE);
        }
    }

    private String text() throws LockException {
        if (Files.isDirectory(file)) {
            throw new LockException(
                    file,
                    Optional.empty(),
                    "it is a folder, and a file is needed there",
                    "Move it away, or name another file with -Dwhittle.lockFile=<file>.");
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new LockException(
                    file,
                    Optional.empty(),
                    "it cannot be read (" + unreadable.getClass().getSimpleName() + ")",
                    "Make it readable, or delete it if nothing is to be held against it.");
        }
    }

    private static String noJson(String text, JacksonException broken) {
        if (text.lines().anyMatch(line -> line.startsWith("<<<<<<<"))) {
            return "a merge was left unfinished in it";
        }
        return "it is not the JSON that whittle:lock writes: "
                + broken.getOriginalMessage().lines().findFirst().orElse("no more is known");
    }

    private static Optional<LockException.Place> place(TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? Optional.empty()
                : Optional.of(new LockException.Place(at.getLineNr(), Math.max(1, at.getColumnNr())));
    }
}
