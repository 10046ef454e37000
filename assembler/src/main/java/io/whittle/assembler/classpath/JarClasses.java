package io.whittle.assembler.classpath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * The classes of a jar, as one Java release sees them.
 *
 * @param names with dots
 */
public record JarClasses(SortedSet<String> names) {
    private static final String SUFFIX = ".class";

    public JarClasses {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /**
     * Reads the index of a jar; linear in that.
     *
     * @throws IOException when it cannot be read
     */
    public static JarClasses of(Path path, int release) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (JarFile jar = new JarFile(
                path.toFile(), false, ZipFile.OPEN_READ, Runtime.Version.parse(Integer.toString(release)))) {
            jar.versionedStream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(SUFFIX) && !name.endsWith("module-info.class"))
                    .forEach(name -> names.add(
                            name.substring(0, name.length() - SUFFIX.length()).replace('/', '.')));
        }
        return new JarClasses(names);
    }

    /** The package of a class; empty for one without. */
    public static String packageOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
