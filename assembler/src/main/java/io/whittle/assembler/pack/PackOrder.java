package io.whittle.assembler.pack;

import io.whittle.graph.catalog.Platform;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which image is packed, and how.
 *
 * @param image its folder
 * @param name of the one folder at the top of each archive, and of the archive before its end
 * @param profile the image was linked for
 * @param platform the image is for
 * @param plan SHA-256 of the plan.json by which it was linked
 * @param changed what of its jars is other than it was found, in clauses, by name
 * @param formats at least one, each once
 */
public record PackOrder(
        Path image,
        String name,
        String profile,
        Platform platform,
        String plan,
        SortedMap<String, List<String>> changed,
        List<ArchiveFormat> formats) {
    public PackOrder {
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
        formats = List.copyOf(formats);
    }

    /** Where the archives go, with what is told of them: beside the image. */
    public Path folder() {
        return image.getParent();
    }

    /** Where an archive goes. */
    public Path archive(ArchiveFormat format) {
        return folder().resolve(fileName(format));
    }

    /** An archive's name. */
    public String fileName(ArchiveFormat format) {
        return name + "." + format.word();
    }
}
