package io.whittle.assembler.store;

import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.fresh.WholeFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A folder of images. Several processes may use it at once: an entry appears by one rename and goes by one, and whoever reads it holds each file
 * against the manifest.
 */
public final class ImageStore {
    private static final int MOVES = 100;
    private static final String MANIFEST = "manifest";
    private static final String IMAGE = "image";

    private final Path folder;
    private final long limit;
    private final Consumer<String> tell;
    private final Clones clones;

    /**
     * The store in a folder, which is made when something is kept.
     *
     * @param limit how many bytes of images are kept at most
     * @param tell takes what is wrong with it, for a person
     */
    public ImageStore(Path folder, long limit, Consumer<String> tell) {
        this(folder, limit, tell, CloneProgram.CP);
    }

    ImageStore(Path folder, long limit, Consumer<String> tell, CloneProgram program) {
        this.folder = folder;
        this.limit = limit;
        this.tell = tell;
        this.clones = new Clones(program);
    }

    /**
     * Lays the image of a key into a folder; one that is damaged is thrown away and told.
     *
     * @param key a hash in hexadecimal
     * @param image does not exist
     * @return false where there is none, and then nothing stands in the folder
     * @throws IOException where what was begun cannot be cleared away
     */
    public boolean fetch(String key, Path image) throws IOException {
        Path entry = entry(key);
        boolean laid = false;
        try {
            if (Files.isRegularFile(entry.resolve(MANIFEST))) {
                LaidFiles.lay(Manifest.read(entry.resolve(MANIFEST)), entry.resolve(IMAGE), image, clones);
                laid = true;
                Files.setLastModifiedTime(entry.resolve(MANIFEST), FileTime.from(Instant.now()));
            }
        } catch (DamagedEntryException damaged) {
            // Another process may have taken it away in the meantime.
            if (Files.exists(entry.resolve(MANIFEST))) {
                tell.accept("The image " + key + " in the store " + folder + " is damaged (" + damaged.getMessage()
                        + "): it is thrown away, and linked anew.");
                throwAway(entry);
            }
        } catch (IOException failed) {
            if (!laid && Files.exists(entry.resolve(MANIFEST))) {
                tell.accept("The store " + folder + " cannot be used (" + failed + "): the image is linked anew.");
            }
        } finally {
            if (!laid) {
                FolderTree.delete(image);
            }
        }
        return laid;
    }

    /**
     * Keeps an image under a key, and takes out those that were used longest ago where there are too many; one that is there stays, unless it
     * lacks its manifest.
     */
    public void keep(String key, Path image) {
        Path unfinished = folder.resolve(StoreSpace.UNFINISHED + UUID.randomUUID());
        try {
            StoreSpace space = new StoreSpace(folder, limit);
            space.clear();
            if (Files.isRegularFile(entry(key).resolve(MANIFEST))) {
                return;
            }
            // Nothing can be fetched of one without a manifest, and it would be in the way for ever.
            throwAway(entry(key));
            Manifest manifest = Manifest.of(image);
            if (manifest.bytes() > limit) {
                tell.accept("An image of " + manifest.bytes() + " bytes is not kept in the store " + folder
                        + ", whose limit is " + limit + " bytes: let whittle.storeLimit be larger.");
                return;
            }
            LaidFiles.lay(manifest, image, unfinished.resolve(IMAGE), clones);
            WholeFile.write(unfinished.resolve(MANIFEST), manifest.text().getBytes(StandardCharsets.UTF_8));
            Files.createDirectories(entry(key).getParent());
            move(unfinished, entry(key));
            space.trim(entry(key));
        } catch (IOException failed) {
            tell.accept("The image is not kept in the store " + folder + " (" + failed + ").");
        } finally {
            deleteQuietly(unfinished);
        }
    }

    // Where another process was quicker its entry is as good. One that a third has trimmed since is made room for.
    private static void move(Path unfinished, Path entry) throws IOException {
        for (int more = MOVES; ; more--) {
            try {
                Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AtomicMoveNotSupportedException impossible) {
                throw impossible;
            } catch (FileSystemException there) {
                if (Files.exists(entry.resolve(MANIFEST))) {
                    return;
                }
                if (more == 0) {
                    throw there;
                }
            }
        }
    }

    private void throwAway(Path entry) throws IOException {
        new StoreSpace(folder, limit).throwAway(entry);
    }

    private static void deleteQuietly(Path unfinished) {
        try {
            FolderTree.delete(unfinished);
        } catch (IOException stuck) {
            // Whoever comes in an hour takes it away.
            return;
        }
    }

    private Path entry(String key) {
        return folder.resolve(StoreSpace.ENTRIES).resolve(key);
    }
}
