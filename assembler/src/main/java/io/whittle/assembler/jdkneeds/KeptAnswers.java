package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.WholeFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Keeps what JDKs said, a file for each, for all builds of a machine; one that is damaged is no answer. */
final class KeptAnswers {
    /** Builds of several threads want the same answers at once: one of them asks. */
    private static final Object ONE_ASKS = new Object();

    private final Optional<Path> folder;

    KeptAnswers(Optional<Path> folder) {
        this.folder = folder;
    }

    /** What the JDK said before, or else what it says when it is asked now. */
    Transcript or(Path home, Duration limit) throws UnaskableException, IOException, InterruptedException {
        if (folder.isEmpty()) {
            return Interviewer.ask(home, limit);
        }
        Path file = folder.get().resolve("jdk-answers-" + key(home) + ".txt");
        synchronized (ONE_ASKS) {
            Optional<Transcript> kept = read(file);
            if (kept.isPresent()) {
                return kept.get();
            }
            Transcript told = Interviewer.ask(home, limit);
            keep(told, file);
            return told;
        }
    }

    private static void keep(Transcript told, Path file) {
        try {
            WholeFile.write(file, told.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            // It saves time alone, and some share a local repository that they may not write to: the next build asks
            // again.
            return;
        }
    }

    private static Optional<Transcript> read(Path file) {
        try {
            return Files.exists(file) ? Transcript.parse(Files.readString(file)) : Optional.empty();
        } catch (IOException damaged) {
            // Also where it is no text at all: the JDK is asked again.
            return Optional.empty();
        }
    }

    // The order of security providers is configured; what is asked changes with this program.
    private static String key(Path home) throws IOException {
        List<String> parts =
                new ArrayList<>(List.of(ContentHash.of(HexFormat.of().formatHex(InterviewClass.bytes()))));
        for (String name : List.of("release", "conf/security/java.security")) {
            Path file = home.resolve(name);
            parts.add(Files.isRegularFile(file) ? ContentHash.of(file) : "absent");
        }
        return ContentHash.of(String.join("\n", parts)).substring(0, 16);
    }
}
