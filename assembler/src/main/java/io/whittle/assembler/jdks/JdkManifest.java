package io.whittle.assembler.jdks;

import io.whittle.assembler.fresh.ContentHash;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is in an unpacked JDK: every file with its size, every link with what it holds, and the SHA-256 of those files that can find
 * their way into an image or make one. Lines of plain text, closed by a hash of them.
 */
final class JdkManifest {
    private static final String FIRST = "whittle jdk 1";
    private static final String LAST = "end ";

    /** Nothing of it is linked or run, and it is large. */
    private static final List<String> OF_NO_WEIGHT = List.of("lib/src.zip", "lib/ct.sym");

    private JdkManifest() {}

    /** The manifest of a folder. Reads all that counts. */
    static String of(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(FIRST + "\n");
        for (Map.Entry<String, String> file : scan(folder).entrySet()) {
            text.append(file.getValue())
                    .append(' ')
                    .append(hash(folder, file.getKey(), file.getValue()))
                    .append(' ')
                    .append(file.getKey())
                    .append('\n');
        }
        return text + LAST + ContentHash.of(text.toString()) + "\n";
    }

    /** How a folder differs from its manifest; names and sizes first, and hashes only where these agree. */
    static List<String> faults(Path manifest, Path folder) throws IOException {
        String text = Files.readString(manifest);
        int end = text.lastIndexOf(LAST);
        if (!text.startsWith(FIRST + "\n")
                || end < 0
                || !text.substring(end).equals(LAST + ContentHash.of(text.substring(0, end)) + "\n")) {
            return List.of("its manifest is damaged");
        }
        SortedMap<String, String> kinds = new TreeMap<>();
        Map<String, String> hashes = new LinkedHashMap<>();
        text.substring(0, end).lines().skip(1).forEach(line -> {
            String[] parts = line.split(" ", 3);
            kinds.put(parts[2], parts[0]);
            hashes.put(parts[2], parts[1]);
        });
        SortedMap<String, String> now = scan(folder);
        List<String> faults = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            if (!now.containsKey(name)) {
                faults.add(name + " is missing");
            } else if (!now.get(name).equals(kind)) {
                faults.add(name + " has another size");
            }
        });
        now.keySet().stream().filter(name -> !kinds.containsKey(name)).forEach(name -> faults.add(name + " came in"));
        if (faults.isEmpty()) {
            for (Map.Entry<String, String> file : hashes.entrySet()) {
                if (!hash(folder, file.getKey(), kinds.get(file.getKey())).equals(file.getValue())) {
                    faults.add(file.getKey() + " was changed");
                }
            }
        }
        return faults;
    }

    /** By name: the size of a file, or that something is a link. */
    private static SortedMap<String, String> scan(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, attributes.isSymbolicLink() ? "link" : Long.toString(attributes.size()));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static String hash(Path folder, String name, String kind) throws IOException {
        Path file = folder.resolve(name);
        if (kind.equals("link")) {
            return ContentHash.of(Files.readSymbolicLink(file).toString().replace('\\', '/'));
        }
        return OF_NO_WEIGHT.stream().anyMatch(light -> name.equals(light) || name.endsWith("/" + light))
                ? "-"
                : ContentHash.of(file);
    }
}
