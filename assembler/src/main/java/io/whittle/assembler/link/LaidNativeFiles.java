package io.whittle.assembler.link;

import io.whittle.assembler.natives.ImageNatives;
import io.whittle.assembler.plan.LinkException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Native files out of jars in an image's {@code lib/}. */
final class LaidNativeFiles {
    private final Path lib;

    LaidNativeFiles(Path image) {
        this.lib = image.resolve("lib");
    }

    /**
     * Lays them there.
     *
     * @throws LinkException when a file of one of their names is there already
     */
    void lay(List<ImageNatives.LaidFile> files) throws LinkException, IOException {
        for (ImageNatives.LaidFile file : files) {
            Path target = lib.resolve(file.name());
            if (Files.exists(target)) {
                throw new LinkException("The image has a file lib/" + file.name() + " already, and "
                        + file.jar().getFileName()
                        + " brings another one.\n  Keep its native files in the jar: write natives: all for it under"
                        + " 'artifacts' in the catalogue.");
            }
            copy(file, target);
        }
    }

    private static void copy(ImageNatives.LaidFile file, Path target) throws IOException {
        try (ZipFile jar = new ZipFile(file.jar().toFile())) {
            ZipEntry entry = jar.getEntry(file.entry());
            if (entry == null) {
                throw new IOException(file.jar() + " has no " + file.entry() + " any more");
            }
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, target);
            }
        }
        if (Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
