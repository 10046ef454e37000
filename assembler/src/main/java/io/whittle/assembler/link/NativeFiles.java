package io.whittle.assembler.link;

import io.whittle.assembler.natives.NativeHeader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Executables and shared libraries of an image, known by their headers and not by their names. */
public final class NativeFiles {
    private NativeFiles() {}

    /** What each was built for, as tools print it, by its path in the image with {@code /}. Links are not followed. */
    public static SortedMap<String, String> in(Path image) throws IOException {
        SortedMap<String, String> details = new TreeMap<>();
        for (Map.Entry<String, NativeHeader> file : headers(image).entrySet()) {
            details.put(file.getKey(), file.getValue().detail());
        }
        return details;
    }

    static SortedMap<String, NativeHeader> headers(Path image) throws IOException {
        SortedMap<String, NativeHeader> headers = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(image)) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Optional<NativeHeader> header = NativeHeader.of(file);
                    header.ifPresent(found ->
                            headers.put(image.relativize(file).toString().replace('\\', '/'), found));
                }
            }
        }
        return headers;
    }
}
