package io.whittle.assembler.jdks;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.fresh.Kept;
import io.whittle.assembler.fresh.ProcessLock;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.pack.UnpackBounds;
import io.whittle.assembler.pack.UnpackException;
import io.whittle.assembler.pack.Unpacker;
import io.whittle.assembler.text.ByteCount;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Archives of JDKs, unpacked, each in a folder by the hash of its archive. A folder counts only with its manifest, which is written when
 * it is whole, and only while it is what that says; else it is unpacked anew. Builds that want the same one wait for each other. The time of
 * its lock is that of its last use: whenever one is unpacked, those go that nobody has used for long, or that are too much.
 */
final class JdkCache {
    private static final String LOCK = ".lock";
    private static final String MANIFEST = ".manifest";

    /** A JDK takes 300 to 400 MB: some for each platform, of two or three versions. */
    private static final long LIMIT = 8L << 30;

    private final Path folder;
    private final Consumer<String> say;

    /**
     * An unpacked archive.
     *
     * @param folder what came out of it
     * @param manifest what is in the folder
     */
    record Unpacked(Path folder, Path manifest) {}

    JdkCache(Path folder, Consumer<String> say) {
        this.folder = folder;
        this.say = say;
    }

    /**
     * What an archive holds. Reads the archive for its hash, and of the folder what counts: 0.3 s for each 100 MB where the processor
     * helps with hashes.
     *
     * @throws UnpackException for an archive that breaks a rule
     */
    Unpacked unpacked(Path archive) throws UnpackException, IOException, InterruptedException {
        String sha256 = ContentHash.of(archive);
        Files.createDirectories(folder);
        Unpacked unpacked = new Unpacked(folder.resolve(sha256), folder.resolve(sha256 + MANIFEST));
        boolean anew = false;
        ProcessLock lock = lock(sha256, archive);
        try {
            if (!stands(unpacked)) {
                clear(unpacked);
                unpack(archive, unpacked);
                anew = true;
            }
            Files.setLastModifiedTime(folder.resolve(sha256 + LOCK), FileTime.from(Instant.now()));
        } finally {
            lock.close();
        }
        if (anew) {
            trim();
        }
        return unpacked;
    }

    private ProcessLock lock(String sha256, Path archive) throws IOException, InterruptedException {
        Path file = folder.resolve(sha256 + LOCK);
        return ProcessLock.of(
                name(file), file, () -> say.accept("another build unpacks " + archive + ": waiting for it"));
    }

    private static String name(Path lock) {
        return lock.toAbsolutePath().normalize().toString();
    }

    private void trim() {
        try {
            List<Kept> all = new ArrayList<>();
            try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "*" + LOCK)) {
                for (Path lock : locks) {
                    Path jdk = of(lock).folder();
                    if (Files.isDirectory(jdk)) {
                        all.add(new Kept(lock, FolderTree.bytes(jdk), used(lock)));
                    }
                }
            }
            for (Kept each : Kept.tooMuch(all, LIMIT, Instant.now())) {
                takeOut(each);
            }
        } catch (IOException stuck) {
            say.accept("JDKs in " + folder + " that nobody uses any more cannot be deleted (" + stuck + ")");
        }
    }

    // The lock stays: another process may be waiting for it, and would not wait for a file that is another.
    private void takeOut(Kept kept) throws IOException {
        Optional<ProcessLock> lock = ProcessLock.ifFree(name(kept.path()), kept.path());
        if (lock.isEmpty()) {
            return;
        }
        try {
            // Somebody may have come since.
            if (used(kept.path()).equals(kept.used())) {
                Unpacked unpacked = of(kept.path());
                say.accept("deleting the JDK in " + unpacked.folder() + " (" + ByteCount.spell(kept.bytes())
                        + "), unused since " + kept.used());
                clear(unpacked);
            }
        } finally {
            lock.get().close();
        }
    }

    private Unpacked of(Path lock) {
        String name = lock.getFileName().toString();
        String sha256 = name.substring(0, name.length() - LOCK.length());
        return new Unpacked(folder.resolve(sha256), folder.resolve(sha256 + MANIFEST));
    }

    private static Instant used(Path lock) throws IOException {
        return Files.getLastModifiedTime(lock).toInstant();
    }

    private boolean stands(Unpacked unpacked) throws IOException {
        if (!Files.exists(unpacked.manifest())) {
            return false;
        }
        List<String> faults = JdkManifest.faults(unpacked.manifest(), unpacked.folder());
        if (!faults.isEmpty()) {
            say.accept("the unpacked JDK in " + unpacked.folder() + " is not what was unpacked there ("
                    + faults.get(0) + (faults.size() > 1 ? ", and " + (faults.size() - 1) + " more" : "")
                    + "): it is unpacked anew");
        }
        return faults.isEmpty();
    }

    // The manifest first: what is half deleted must not count.
    private void clear(Unpacked unpacked) throws IOException {
        Files.deleteIfExists(unpacked.manifest());
        FolderTree.delete(unpacked.folder());
        try (DirectoryStream<Path> halves =
                Files.newDirectoryStream(folder, unpacked.folder().getFileName() + ".new-*")) {
            for (Path half : halves) {
                FolderTree.delete(half);
            }
        }
    }

    private void unpack(Path archive, Unpacked unpacked) throws UnpackException, IOException {
        say.accept("unpacking " + archive.getFileName() + " (" + ByteCount.spell(Files.size(archive)) + ") into "
                + unpacked.folder());
        long begin = System.nanoTime();
        Unpacker.unpack(archive, unpacked.folder(), UnpackBounds.OF_JDKS);
        byte[] manifest = JdkManifest.of(unpacked.folder()).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(unpacked.manifest(), manifest);
        say.accept(String.format(Locale.ROOT, "unpacked in %.1f s", (System.nanoTime() - begin) / 1e9));
    }
}
