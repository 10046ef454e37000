package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.link.ImageLink;
import io.whittle.assembler.link.LinkMeans;
import io.whittle.assembler.oci.Unfinished;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a killed build left: images half made, or half replaced. Every goal finishes or undoes that first, for all profiles
 * and platforms, before anything else can fail. In a folder without the marker of an unfinished image, nothing is touched but
 * unfinished archives of container images, which are known by their names: other things may stand below the output folder. What
 * cannot be cleared away is told, and stops nobody.
 */
final class Leftovers {
    /** Where images are that are linked to be tried, and go with the goal that tries them; no profile has such a name. */
    static final String TRIALS = "bisect.trials";

    /** Where what a probe says and its images are; no platform has the name of the latter. */
    static final String PROBE = "probe";

    /** Where the layouts of container images are, one for each profile. */
    static final String CONTAINERS = "oci";

    private static final String IMAGES = "image.new-* and image.old there";

    private final Path output;
    private final Progress progress;

    Leftovers(Path output, Progress progress) {
        this.output = output;
        this.progress = progress;
    }

    /** Clears up; for whoever holds the lock of the output folder. Costs a look at three levels of folders. */
    void clear() {
        for (Path profile : children(output, Leftovers::isFolder)) {
            for (Path platform : children(profile, Leftovers::isFolder)) {
                if (Files.exists(platform.resolve("image.unfinished"))) {
                    clear(platform);
                }
                children(platform, path -> Unfinished.isArchive(path) && !isFolder(path))
                        .forEach(this::delete);
            }
        }
        Path containers = output.resolve(CONTAINERS);
        if (isFolder(containers)) {
            children(containers, Unfinished::isAmongLayouts).forEach(this::delete);
        }
        delete(output.resolve(TRIALS));
        if (!Files.isSymbolicLink(output.resolve(PROBE))) {
            delete(row(output));
        }
    }

    /** Clears up, unless a build that lives is at work there; what it has in hand is no leftover. */
    void clearIfNobodyBuilds() {
        if (!Files.isDirectory(output)) {
            return;
        }
        try {
            Optional<BuildLock> lock = BuildLock.ifFree(output);
            if (lock.isPresent()) {
                clear();
                lock.get().close();
            }
        } catch (IOException notOurs) {
            warn(output, notOurs, IMAGES);
        }
    }

    /** Where the images of a probe's rows are, one after the other, below an output folder. */
    static Path row(Path output) {
        return output.resolve(PROBE).resolve("row");
    }

    private void delete(Path left) {
        try {
            FolderTree.delete(left);
        } catch (IOException stuck) {
            warn(left, stuck, "it");
        }
    }

    private void clear(Path platform) {
        try {
            new ImageLink(platform, LinkMeans.PLAIN).recover();
        } catch (IOException stuck) {
            warn(platform, stuck, IMAGES);
        }
    }

    private void warn(Path left, IOException stuck, String what) {
        progress.warn("What a killed build may have left in " + left + " cannot be cleared away ("
                + stuck.getClass().getSimpleName() + ": " + stuck.getMessage() + ").\n"
                + "  Delete " + what + " by hand, or give yourself the right to.");
    }

    // What a link leads to is not ours to clear up.
    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    // A folder that may not be read is not one of ours.
    private static List<Path> children(Path parent, DirectoryStream.Filter<Path> wanted) {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, wanted)) {
            children.forEach(all::add);
        } catch (IOException unreadable) {
            return List.of();
        }
        return all;
    }
}
