package io.whittle.assembler.oci;

import io.whittle.assembler.pack.TreeEntry;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Entries of a layer as they come together: each once, by name, with the folders above it. */
final class LayerTree {
    private static final int FOLDER = 0755;

    private final SortedMap<String, TreeEntry> entries = new TreeMap<>();
    private final SortedMap<String, TreeEntry> below = new TreeMap<>();
    private final String top;

    /**
     * An empty one.
     *
     * @param top the folder from which on it tells the folders above its entries, empty for all of them; on top of a base, others are
     *     the base's
     */
    LayerTree(String top) {
        this.top = top;
    }

    /** An empty one on top of a layer: what it tells of that one's folders is what that one tells, so that they keep mode and owner. */
    LayerTree(Layer below) {
        this("");
        below.entries().stream()
                .filter(TreeEntry.Folder.class::isInstance)
                .forEach(folder -> this.below.put(folder.name(), folder));
    }

    void add(TreeEntry entry) {
        parents(entry.name());
        entries.put(entry.name(), entry);
    }

    /** A file by its path in the container. */
    void text(String path, String text) {
        add(new TreeEntry.Text(path.substring(1), 0644, text));
    }

    /** A folder by its path in the container. */
    void folder(String path, int mode, int owner) {
        add(new TreeEntry.Folder(path.substring(1), mode, owner));
    }

    private void parents(String name) {
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
            String parent = name.substring(0, slash);
            if (top.isEmpty() || (parent + "/").startsWith(top + "/")) {
                entries.putIfAbsent(parent, below.getOrDefault(parent, new TreeEntry.Folder(parent, FOLDER)));
            }
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** By name, folders before what is in them. */
    List<TreeEntry> entries() {
        return List.copyOf(entries.values());
    }
}
