package io.whittle.assembler.fresh;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Size and time of a file, or of every file of a folder: a cheap sign that nothing was touched. */
public final class Stamp {
    private Stamp() {}

    /** The stamp of what stands at the path; {@code absent} where nothing does. Reads no content. */
    public static String of(Path path) throws IOException {
        if (!Files.exists(path)) {
            return "absent";
        }
        if (!Files.isDirectory(path)) {
            return of(Files.readAttributes(path, BasicFileAttributes.class));
        }
        SortedMap<String, String> files = new TreeMap<>();
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(ContentHash.name(path, file), of(attributes));
                return FileVisitResult.CONTINUE;
            }
        });
        return "folder:" + ContentHash.of(files.toString());
    }

    private static String of(BasicFileAttributes attributes) {
        return attributes.size() + ":" + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }
}
