package io.whittle.assembler.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One thing that is packed. Names have {@code /} between their parts, and none before or behind. */
public sealed interface TreeEntry {
    /** Within what is packed; empty for the folder itself. */
    String name();

    /** A folder with its mode, and the number of the user and the group whose it is. */
    record Folder(String name, int mode, int owner) implements TreeEntry {
        /** One of root's. */
        public Folder(String name, int mode) {
            this(name, mode, 0);
        }
    }

    /** A file with its mode; size in bytes. */
    record PlainFile(String name, int mode, Path path, long size) implements TreeEntry {
        /** A file on disk, whose mode comes from what its owner may do with it. */
        public static PlainFile of(String name, Path path) throws IOException {
            return new PlainFile(name, Modes.of(path, name), path, Files.size(path));
        }
    }

    /** A file that is on no disk. */
    record Text(String name, int mode, String text) implements TreeEntry {}

    /** A symbolic link. */
    record Link(String name, String target) implements TreeEntry {}

    /** The same under another name. */
    default TreeEntry named(String other) {
        if (this instanceof Folder folder) {
            return new Folder(other, folder.mode(), folder.owner());
        }
        if (this instanceof PlainFile file) {
            return new PlainFile(other, file.mode(), file.path(), file.size());
        }
        if (this instanceof Text file) {
            return new Text(other, file.mode(), file.text());
        }
        return new Link(other, ((Link) this).target());
    }
}
