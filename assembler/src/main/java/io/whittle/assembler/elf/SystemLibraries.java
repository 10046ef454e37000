package io.whittle.assembler.elf;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What of a system a program needs to be loaded.
 *
 * @param files by where each really is in the system
 * @param links that lead to them, with what each holds, by where it really is
 * @param missing names that are nowhere, each with the files that need it
 */
public record SystemLibraries(
        SortedMap<String, Path> files, SortedMap<String, String> links, SortedMap<String, SortedSet<String>> missing) {
    public SystemLibraries {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
        missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
    }

    /** What is in this and not in another. */
    public SystemLibraries without(SystemLibraries other) {
        SortedMap<String, Path> moreFiles = new TreeMap<>(files);
        SortedMap<String, String> moreLinks = new TreeMap<>(links);
        SortedMap<String, SortedSet<String>> moreMissing = new TreeMap<>(missing);
        moreFiles.keySet().removeAll(other.files.keySet());
        moreLinks.keySet().removeAll(other.links.keySet());
        moreMissing.keySet().removeAll(other.missing.keySet());
        return new SystemLibraries(moreFiles, moreLinks, moreMissing);
    }

    /** Whether there is nothing in it to take along. */
    public boolean isEmpty() {
        return files.isEmpty() && links.isEmpty();
    }
}
