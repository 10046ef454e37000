package io.whittle.assembler.check;

import io.whittle.assembler.fresh.FolderTree;
import io.whittle.graph.catalog.LaidFile;
import io.whittle.graph.catalog.LaidFile.Copy;
import io.whittle.graph.catalog.LaidFile.Text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The folder in which the processes of one attempt live. It lies in the system's folder for temporary files and has a short name:
 * a socket's path may have no more than 107 bytes, and a project's target folder is often longer.
 */
final class CheckFolder implements AutoCloseable {
    private final Path path;

    private CheckFolder(Path path) {
        this.path = path;
    }

    /** The folder of all attempts of a run. */
    static Path scratch() throws IOException {
        // Java itself may have settled on one before it heard of -Djava.io.tmpdir, which Maven takes from its command
        // line.
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        // As the processes themselves see it, where the folder for temporary files is a link.
        return Files.createTempDirectory(temporary, "w").toRealPath();
    }

    /** The folder of an attempt; the name has not been taken in the run. */
    static CheckFolder make(Path scratch, String name) throws IOException {
        return new CheckFolder(Files.createDirectory(scratch.resolve(name)));
    }

    Path path() {
        return path;
    }

    /** Lays out the files of a check. */
    void lay(List<LaidFile> files, Path catalogFolder, Map<String, String> values) throws IOException, NotRunException {
        for (LaidFile file : files) {
            Path target = path.resolve(file.path().text());
            Files.createDirectories(target.getParent());
            if (file.content() instanceof Text text) {
                Files.writeString(target, text.text().render(values), StandardCharsets.UTF_8);
                continue;
            }
            Path from = catalogFolder.resolve(((Copy) file.content()).from().text());
            if (!Files.isRegularFile(from)) {
                throw new NotRunException("the file " + from + ", which it copies, is not there");
            }
            Files.copy(from, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /**
     * Keeps a copy of all files, to be used by hand; sockets and the like are no files. Texts that were laid out and not
     * changed name the copy's folder then.
     *
     * @param there what placeholders stand for in the copy
     */
    void keep(Path target, List<LaidFile> files, Map<String, String> here, Map<String, String> there)
            throws IOException {
        copy(target);
        for (LaidFile file : files) {
            Path kept = target.resolve(file.path().text());
            if (file.content() instanceof Text text
                    && Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS)
                    && Arrays.equals(
                            Files.readAllBytes(kept), text.text().render(here).getBytes(StandardCharsets.UTF_8))) {
                Files.writeString(kept, text.text().render(there), StandardCharsets.UTF_8);
            }
        }
    }

    private void copy(Path target) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(path.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                    Files.copy(
                            file,
                            target.resolve(path.relativize(file)),
                            LinkOption.NOFOLLOW_LINKS,
                            StandardCopyOption.COPY_ATTRIBUTES,
                            StandardCopyOption.REPLACE_EXISTING);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                // What the check made unreadable is not worth losing the rest.
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes it. What cannot be deleted stays for the system to clear up; the check is not to blame. */
    @Override
    public void close() {
        try {
            FolderTree.delete(path);
        } catch (IOException stays) {
            return;
        }
    }
}
