package io.whittle.assembler.jdks;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.FolderTree;
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
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Archives of JDKs, unpacked, each in a folder by the hash of its archive. A folder counts only with its manifest, which is written when
 * it is whole, and only while it is what that says; else it is unpacked anew. Builds that want the same one wait for each other.
 */
final class JdkCache {
    private final Path folder;
    private final Consumer<String> say;

    /**
     * An unpacked archive.
     *
     * @param folder what came out of it
     * @param manifest what is in the folder
     */
    record Kept(Path folder, Path manifest) {}

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
    Kept unpacked(Path archive) throws UnpackException, IOException, InterruptedException {
        String sha256 = ContentHash.of(archive);
        Files.createDirectories(folder);
        Kept kept = new Kept(folder.resolve(sha256), folder.resolve(sha256 + ".manifest"));
        Path lockFile = folder.resolve(sha256 + ".lock");
        ProcessLock lock = ProcessLock.of(
                lockFile.toAbsolutePath().normalize().toString(),
                lockFile,
                () -> say.accept("another build unpacks " + archive + ": waiting for it"));
        try {
            if (!stands(kept)) {
                clear(kept);
                unpack(archive, kept);
            }
        } finally {
            lock.close();
        }
        return kept;
    }

    private boolean stands(Kept kept) throws IOException {
        if (!Files.exists(kept.manifest())) {
            return false;
        }
        List<String> faults = JdkManifest.faults(kept.manifest(), kept.folder());
        if (!faults.isEmpty()) {
            say.accept("the unpacked JDK in " + kept.folder() + " is not what was unpacked there ("
                    + faults.get(0) + (faults.size() > 1 ? ", and " + (faults.size() - 1) + " more" : "")
                    + "): it is unpacked anew");
        }
        return faults.isEmpty();
    }

    // The manifest first: what is half deleted must not count.
    private void clear(Kept kept) throws IOException {
        Files.deleteIfExists(kept.manifest());
        FolderTree.delete(kept.folder());
        try (DirectoryStream<Path> halves =
                Files.newDirectoryStream(folder, kept.folder().getFileName() + ".new-*")) {
            for (Path half : halves) {
                FolderTree.delete(half);
            }
        }
    }

    private void unpack(Path archive, Kept kept) throws UnpackException, IOException {
        say.accept("unpacking " + archive.getFileName() + " (" + ByteCount.spell(Files.size(archive)) + ") into "
                + kept.folder());
        long begin = System.nanoTime();
        Unpacker.unpack(archive, kept.folder(), UnpackBounds.OF_JDKS);
        byte[] manifest = JdkManifest.of(kept.folder()).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(kept.manifest(), manifest);
        say.accept(String.format(Locale.ROOT, "unpacked in %.1f s", (System.nanoTime() - begin) / 1e9));
    }
}
