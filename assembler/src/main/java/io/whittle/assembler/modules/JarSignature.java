package io.whittle.assembler.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells whether a jar is signed, by the names the jar specification reserves for signatures. */
final class JarSignature {
    private static final String FOLDER = "META-INF/";
    private static final String ENDING = ".SF";

    private JarSignature() {}

    static boolean isIn(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).anyMatch(JarSignature::isSignature);
        }
    }

    /** Whatever the case of its letters. */
    private static boolean isSignature(String name) {
        return name.regionMatches(true, 0, FOLDER, 0, FOLDER.length())
                && name.indexOf('/', FOLDER.length()) < 0
                && name.regionMatches(true, name.length() - ENDING.length(), ENDING, 0, ENDING.length());
    }
}
