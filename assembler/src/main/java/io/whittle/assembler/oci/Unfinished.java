package io.whittle.assembler.oci;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Names of what becomes part of container images: nothing finished has such a name, and what a killed build left is known by it. */
public final class Unfinished {
    private static final String MARK = ".new-";
    private static final Pattern NAME = Pattern.compile(".+" + MARK.replace(".", "\\.") + "\\d+");

    private Unfinished() {}

    /** Where something waits until it can take its place, or goes again. */
    static Path beside(Path place) {
        return place.resolveSibling(
                place.getFileName() + MARK + ProcessHandle.current().pid());
    }

    /** Whether something in the folder of layouts is. */
    public static boolean isAmongLayouts(Path path) {
        return NAME.matcher(path.getFileName().toString()).matches();
    }

    /** Whether something beside a linked image, where others write, too, is an archive for {@code docker load} that is. */
    public static boolean isArchive(Path path) {
        return isAmongLayouts(path) && path.getFileName().toString().contains(DockerArchive.ENDING + MARK);
    }
}
