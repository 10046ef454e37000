package io.whittle.assembler.store;

import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.store.Manifest.Item;
import io.whittle.assembler.store.Manifest.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Clones of folders where the file system has such a thing, as btrfs and XFS have. Whether one has is learnt by a single file, once for each
 * disk that is written to. May be used by several threads.
 */
final class Clones {
    private final CloneProgram program;
    private final Map<Object, Boolean> able = new ConcurrentHashMap<>();

    Clones(CloneProgram program) {
        this.program = program;
    }

    /**
     * Clones a folder.
     *
     * @param manifest what should be in it; what really is, nobody has looked at
     * @param to does not exist
     * @return false where that cannot be, and then nothing stands there
     * @throws IOException where what was begun cannot be cleared away
     */
    boolean made(Manifest manifest, Path from, Path to) throws IOException {
        Optional<Item> file = manifest.items().stream()
                .filter(item -> item.kind() == Kind.FILE && item.bytes() > 0)
                .findFirst();
        if (file.isEmpty() || !isAble(from.resolve(file.get().path()), to)) {
            return false;
        }
        boolean whole = false;
        try {
            whole = program.clone(from.toAbsolutePath(), to.toAbsolutePath());
        } finally {
            if (!whole) {
                FolderTree.delete(to);
            }
        }
        return whole;
    }

    private boolean isAble(Path file, Path to) throws IOException {
        Path trial = to.toAbsolutePath().resolveSibling(to.getFileName() + ".trial");
        Path folder = trial.getParent();
        Files.createDirectories(folder);
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix") || !Files.isRegularFile(file)) {
            return false;
        }
        Object disk = Files.getAttribute(folder, "unix:dev");
        Boolean known = able.get(disk);
        if (known == null) {
            known = tried(file.toAbsolutePath(), trial);
            able.put(disk, known);
        }
        return known;
    }

    private boolean tried(Path file, Path trial) throws IOException {
        try {
            return program.clone(file, trial);
        } finally {
            Files.deleteIfExists(trial);
        }
    }
}
