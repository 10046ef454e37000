package io.whittle.assembler.modular;

import io.whittle.assembler.modules.JarChange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files that make a jar a signed one, by the names that the jar specification reserves for them. */
final class Signature {
    private static final Pattern FILE = Pattern.compile("META-INF/(?:[^/]*\\.(?:SF|RSA|DSA|EC)|SIG-[^/]*)");

    private Signature() {}

    /** Whether a jar has one. Linear in its index. */
    static boolean isIn(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).anyMatch(Signature::isFile);
        }
    }

    /** What to tell of one that is left out. */
    static JarChange dropped() {
        return new JarChange(JarChange.Kind.SIGNATURE_DROPPED, "it would not fit the changed jar");
    }

    /** Whatever the case of its letters. */
    static boolean isFile(String path) {
        return FILE.matcher(path.toUpperCase(Locale.ROOT)).matches();
    }
}
