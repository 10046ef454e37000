package io.whittle.assembler.modular;

import java.util.Locale;
import java.util.regex.Pattern;

/** The files that make a jar a signed one, by the names that the jar specification reserves for them. */
final class Signature {
    private static final Pattern FILE = Pattern.compile("META-INF/(?:[^/]*\\.(?:SF|RSA|DSA|EC)|SIG-[^/]*)");

    private Signature() {}

    /** Whatever the case of its letters. */
    static boolean isFile(String path) {
        return FILE.matcher(path.toUpperCase(Locale.ROOT)).matches();
    }
}
