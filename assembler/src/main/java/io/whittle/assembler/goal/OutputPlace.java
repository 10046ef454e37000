package io.whittle.assembler.goal;

import io.whittle.assembler.cost.AccountingFolder;
import io.whittle.assembler.fresh.KeptFolder;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Places below an output folder. That folder itself may be a link, as some lay {@code target} on another disk; one below it
 * leads to where nobody asked Whittle to write or to delete.
 */
final class OutputPlace {
    /** What code says, copies of jars, and what modules weigh: kept for all profiles, so that it is not found out twice. */
    private static final List<String> KEPT = List.of(ModularPath.EVIDENCE, ModularPath.COPIES, AccountingFolder.NAME);

    /** Of copies of jars; they are small, and no project has so many. */
    private static final long MOST_COPIES = 1L << 30;

    private OutputPlace() {}

    /**
     * For goals that read jars.
     *
     * @throws GoalException when a folder below the output folder is a link in which they keep what they read
     */
    static void holdKept(Path output) throws GoalException {
        for (String name : KEPT) {
            below(output, name);
        }
    }

    /** Takes out copies of jars that no plan has used for long; those of the plans in hand stay. What cannot be taken out is told. */
    static void trimKept(Path output, Progress progress) throws GoalException {
        Path copies = below(output, ModularPath.COPIES);
        try {
            new KeptFolder(copies).trim(MOST_COPIES);
        } catch (IOException stuck) {
            progress.warn("Copies of jars in " + copies + " that nobody uses any more cannot be deleted (" + stuck
                    + ").\n  Delete the folder by hand; what is needed of it is made anew.");
        }
    }

    /** The folder of a profile's image for a platform, and of what is written of it. */
    static Path of(Path output, String profile, Platform platform) throws GoalException {
        return below(output, profile, platform.folder());
    }

    /**
     * A place below a folder; it need not exist.
     *
     * @throws GoalException when it or a folder on the way to it is a link
     */
    static Path below(Path folder, String... names) throws GoalException {
        Path place = folder;
        for (String name : names) {
            place = place.resolve(name);
            if (Files.isSymbolicLink(place)) {
                throw new GoalException(List.of(place + " is a link, and links below " + folder
                        + " are not followed: nothing was written or deleted where it leads.\n"
                        + "  Delete the link, or let whittle.outputDirectory be the folder that is meant."));
            }
        }
        return place;
    }
}
