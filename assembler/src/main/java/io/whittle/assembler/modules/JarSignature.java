package io.whittle.assembler.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;

/** Tells whether a jar is signed, by the names the jar specification reserves for signatures. */
final class JarSignature {
    private JarSignature() {}

    static boolean isIn(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName().toUpperCase(Locale.ROOT))
                    .anyMatch(name -> name.startsWith("META-INF/")
                            && name.indexOf('/', "META-INF/".length()) < 0
                            && name.endsWith(".SF"));
        }
    }
}
