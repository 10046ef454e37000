package io.whittle.assembler.evidence;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.modules.ApplicationModule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps what each jar or folder says, in a file named after what this follows from: its content, its name, the packages of the JDK,
 * and who reads; it holds as long as the packages that it names are whose they were. A file that is not whole is as good as none.
 */
final class UnitCache {
    /** To be raised with every change of what is read or how it is written. */
    private static final int VERSION = 13;

    private static final String ENDING = ".uses";
    private static final Duration KEPT = Duration.ofDays(30);

    private final Path folder;
    private final PathPackages path;
    private final String reader;
    private volatile boolean seenChange;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    UnitCache(Path folder, PathPackages path) {
        this.folder = folder;
        this.path = path;
        // The Java that runs chooses among the versions of a class in a jar.
        this.reader = VERSION + "\n" + Runtime.version().feature() + "\n"
                + String.join("\n", new TreeSet<>(path.jdk().names()));
    }

    /** What a module says follows from this. Linear in the index of a jar, or in the content of a folder. */
    String key(ApplicationModule module) throws IOException {
        try (UnitFiles files = UnitFiles.of(module)) {
            return key(module, files);
        }
    }

    private String key(ApplicationModule module, UnitFiles files) throws IOException {
        String key =
                ContentHash.of(String.join("\n", module.name(), module.entry().label(), files.contentHash(), reader));
        used.add(key + ENDING);
        return key;
    }

    /**
     * What a module says, from before or read now.
     *
     * @param key of what it held a moment ago; what is read now is kept under the key of what it holds now
     */
    UnitUses read(ApplicationModule module, String key) throws IOException {
        Path file = file(key);
        Optional<UnitUses> before =
                Files.isRegularFile(file) ? StoredReader.read(key, Files.readAllBytes(file)) : Optional.empty();
        if (before.isPresent() && path.isAsBefore(before.get())) {
            return before.get();
        }
        try (UnitFiles files = UnitFiles.of(module)) {
            String now = key(module, files);
            if (!now.equals(key)) {
                seenChange = true;
            }
            UnitUses unit = UnitReader.read(module, files, path);
            WholeFile.write(file(now), StoredWriter.write(now, unit));
            return unit;
        }
    }

    /** Whether something held another content when it was read than when its key was asked for. */
    boolean hasSeenChange() {
        return seenChange;
    }

    private Path file(String key) {
        return folder.resolve(key + ENDING);
    }

    /** Removes what this run did not use and was written more than 30 days ago. */
    void removeOld() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.getFileName().toString().contains(ENDING))
                    .filter(file -> !used.contains(file.getFileName().toString()))
                    .toList();
        }
        Instant oldest = Instant.now().minus(KEPT);
        for (Path file : files) {
            if (Files.exists(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
