package io.whittle.assembler.natives;

import io.whittle.assembler.elf.FileBytes;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A native file in a jar.
 *
 * @param name its path in the jar
 * @param platforms those it can be loaded on, as far as its header and, where that leaves it open, its path tell; none for one
 *     of which no platform of the vocabulary is
 * @param bytes its size, not compressed
 * @param detail what its header says, as tools print it
 */
public record NativeEntry(String name, SortedSet<Platform> platforms, long bytes, String detail) {
    public NativeEntry {
        platforms = Collections.unmodifiableSortedSet(new TreeSet<>(platforms));
    }

    /**
     * Of a file out of an archive; empty where it is no native file.
     *
     * @param name its path there
     * @param file its content, not compressed
     * @param bytes how many these are
     */
    public static Optional<NativeEntry> of(String name, FileBytes file, long bytes) throws IOException {
        return NativeHeader.of(file).map(header -> of(name, header, bytes));
    }

    /** The platforms of a file with this header at this path. A path that contradicts the header is not believed. */
    static NativeEntry of(String name, NativeHeader header, long bytes) {
        PathWords words = PathWords.of(name);
        SortedSet<Platform> told = new TreeSet<>();
        SortedSet<Platform> both = new TreeSet<>();
        for (Platform platform : Platform.all()) {
            if (header.fits(platform)) {
                told.add(platform);
                if (words.allow(platform)) {
                    both.add(platform);
                }
            }
        }
        // Of systems for which there are no platforms the header often tells nothing.
        return new NativeEntry(name, both.isEmpty() && !words.elsewhere() ? told : both, bytes, header.detail());
    }

    /** The name without its folders. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
