package io.whittle.assembler.modular;

import io.whittle.assembler.fresh.ContentHash;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Leaves files out, by their paths. */
record WithoutFiles(SortedSet<String> paths) implements EntryChange {
    WithoutFiles {
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    @Override
    public String key() {
        return "files-left-out " + ContentHash.of(String.join("\n", paths));
    }

    @Override
    public Optional<byte[]> apply(String path, byte[] content) {
        return paths.contains(path) ? Optional.empty() : Optional.of(content);
    }
}
