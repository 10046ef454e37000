package io.whittle.assembler.jimage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an image takes on disk, and what takes it.
 *
 * @param total bytes of all its files
 * @param contributors largest first; files by their path in the image, and in place of {@code lib/modules} each module
 *     with what it takes there
 */
public record ImageSize(long total, List<Contributor> contributors) {
    public ImageSize {
        contributors = List.copyOf(contributors);
    }

    /**
     * One part of an image.
     *
     * @param name a file's path in the image, a folder's for notices, or {@code module name}
     * @param bytes on disk
     */
    public record Contributor(String name, long bytes) {}

    /** Measures an image; links are not followed. */
    public static ImageSize of(Path image) throws IOException {
        SortedMap<String, Long> parts = new TreeMap<>();
        long total = 0;
        try (Stream<Path> walk = Files.walk(image)) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    long bytes = Files.size(file);
                    total += bytes;
                    parts.merge(part(image.relativize(file)), bytes, Long::sum);
                }
            }
        }
        Path modules = image.resolve("lib/modules");
        long ofModules = 0;
        for (Map.Entry<String, Long> module : Jimage.of(modules).bytesByModule().entrySet()) {
            parts.put("module " + module.getKey(), module.getValue());
            ofModules += module.getValue();
        }
        parts.merge("lib/modules", -ofModules, Long::sum);
        parts.put("lib/modules (index)", parts.remove("lib/modules"));
        return new ImageSize(
                total,
                parts.entrySet().stream()
                        .map(part -> new Contributor(part.getKey(), part.getValue()))
                        .sorted(Comparator.comparingLong(Contributor::bytes)
                                .reversed()
                                .thenComparing(Contributor::name))
                        .toList());
    }

    // Notices are many small files; one line for all of them says more.
    private static String part(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.startsWith("legal/") ? "legal" : path;
    }
}
