package io.whittle.assembler.fresh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * SHA-256 of the code of a jar or a folder of classes, in hexadecimal: of its classes and the services that it names. Times, manifests
 * and resources do not count, nor does {@code module-info.class}, into which javac writes the very build of the JDK: the same sources
 * give the same hash on other machines, and whether packed or not.
 */
public final class CodeHash {
    private CodeHash() {}

    /** Reads every class. */
    public static String of(Path path) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        if (Files.isDirectory(path)) {
            for (Path file : ContentHash.files(path)) {
                String name = ContentHash.name(path, file);
                if (counts(name)) {
                    hashes.put(name, ContentHash.of(file));
                }
            }
        } else {
            try (ZipFile jar = new ZipFile(path.toFile())) {
                for (ZipEntry entry :
                        jar.stream().filter(entry -> counts(entry.getName())).toList()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        hashes.put(entry.getName(), ContentHash.of(in.readAllBytes()));
                    }
                }
            }
        }
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> each : hashes.entrySet()) {
            text.append(each.getKey()).append('\n').append(each.getValue()).append('\n');
        }
        return ContentHash.of(text.toString());
    }

    private static boolean counts(String name) {
        boolean isClass = name.endsWith(".class") && !name.endsWith("module-info.class");
        return isClass || name.startsWith("META-INF/services/") && !name.endsWith("/");
    }
}
