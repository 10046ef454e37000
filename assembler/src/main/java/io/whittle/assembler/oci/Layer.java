package io.whittle.assembler.oci;

import io.whittle.assembler.pack.TreeEntry;

import java.util.List;

/**
 * A layer that is to be written.
 *
 * @param content what is in it
 * @param entries in the order in which they are written
 */
record Layer(LayerContent content, List<TreeEntry> entries) {
    Layer {
        entries = List.copyOf(entries);
    }

    /** Bytes of its files. */
    long bytes() {
        return entries.stream()
                .mapToLong(entry -> entry instanceof TreeEntry.PlainFile file ? file.size() : 0)
                .sum();
    }

    /** Files and links. */
    int files() {
        return (int) entries.stream()
                .filter(entry -> !(entry instanceof TreeEntry.Folder))
                .count();
    }
}
