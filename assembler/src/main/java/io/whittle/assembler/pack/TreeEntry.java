package io.whittle.assembler.pack;

import java.nio.file.Path;

/** One thing in a folder that is packed. Names have {@code /} between their parts. */
sealed interface TreeEntry {
    /** Within the folder; empty for the folder itself. */
    String name();

    /** A folder with its mode. */
    record Folder(String name, int mode) implements TreeEntry {}

    /** A file with its mode; size in bytes. */
    record PlainFile(String name, int mode, Path path, long size) implements TreeEntry {}

    /** A symbolic link. */
    record Link(String name, String target) implements TreeEntry {}
}
