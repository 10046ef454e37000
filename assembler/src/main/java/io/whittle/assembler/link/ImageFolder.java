package io.whittle.assembler.link;

import io.whittle.assembler.fresh.FolderTree;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The place of an image, where a new one appears whole or not at all.
 *
 * <p>A folder cannot be replaced in one step. A marker is written, the new image is made beside the old one; then the
 * old one is renamed aside, the new one is renamed into place, the old one and the marker go. Whoever comes after a
 * process that died in between calls {@link #recover()}: where there is no image, the old one comes back.
 */
final class ImageFolder {
    private final Path image;
    private final Path old;
    private final Path marker;

    /** The place of an image: {@code parent/image}. */
    ImageFolder(Path parent) {
        this.image = parent.resolve("image");
        this.old = parent.resolve("image.old");
        this.marker = parent.resolve("image.unfinished");
    }

    /** The image itself; it may not exist. */
    Path image() {
        return image;
    }

    /** Finishes or undoes what a process that died left behind, and clears its unfinished images away. */
    void recover() throws IOException {
        Path parent = image.getParent();
        if (!Files.isDirectory(parent)) {
            return;
        }
        if (isThere(old) && !isThere(image)) {
            Files.move(old, image, StandardCopyOption.ATOMIC_MOVE);
        }
        if (isThere(old)) {
            FolderTree.delete(old);
        }
        List<Path> unfinished = unfinished();
        // What was prepared beside an image tells of a jlink that has not even begun to write.
        unfinished.stream()
                .map(ImageFolder::withoutSuffix)
                .distinct()
                .flatMap(next -> Stream.of(next, again(next)))
                .forEach(OrphanedJlink::end);
        for (Path half : unfinished()) {
            deleteUnlessInUse(half);
        }
        // Without its marker nobody would clear away what is still in use now.
        if (unfinished().isEmpty()) {
            Files.deleteIfExists(marker);
        }
    }

    // A link in the place of an image is put aside and deleted as one, wherever it leads.
    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private List<Path> unfinished() throws IOException {
        List<Path> unfinished = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(image.getParent(), "image.new-*")) {
            found.forEach(unfinished::add);
        }
        return unfinished;
    }

    private static Path withoutSuffix(Path unfinished) {
        return unfinished.resolveSibling(
                unfinished.getFileName().toString().replaceFirst("^(image\\.new-\\d+).*", "$1"));
    }

    /** A path beside the image for the next one, which does not exist yet. */
    Path next() throws IOException {
        Files.createDirectories(image.getParent());
        Files.writeString(
                marker,
                "an image is being made here\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        return image.resolveSibling("image.new-" + ProcessHandle.current().pid());
    }

    /** A path beside the next image for a second one of the same, which is abandoned with it. */
    Path again(Path next) {
        return next.resolveSibling(next.getFileName() + ".again");
    }

    /** Deletes what was made beside the image and is not needed any more. */
    void clear(Path beside) throws IOException {
        FolderTree.delete(beside);
    }

    /** Puts a finished image into place, or leaves the former one there. */
    void replaceBy(Path finished) throws IOException {
        if (isThere(image)) {
            Files.move(image, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(finished, image, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            recover();
            throw failed;
        }
        try {
            FolderTree.delete(old);
            Files.deleteIfExists(marker);
        } catch (IOException stuck) {
            // The new image stands. The marker stays with what is left of the former one, and the next start tries
            // again.
            return;
        }
    }

    /** Gives up an image that was not finished. */
    void abandon(Path unfinished) throws IOException {
        FolderTree.delete(unfinished);
        FolderTree.delete(again(unfinished));
        Files.deleteIfExists(marker);
    }

    // Where the jlink of a killed build could not be ended it may still write: the next start clears that away.
    private static void deleteUnlessInUse(Path folder) throws IOException {
        try {
            FolderTree.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException inUse) {
            return;
        }
    }
}
