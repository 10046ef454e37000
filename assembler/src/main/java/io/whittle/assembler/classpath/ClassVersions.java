package io.whittle.assembler.classpath;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * Classes of a jar that a Java release does not load, since they are compiled for a newer one.
 *
 * @param classes how many
 * @param first the first by its name, with dots; empty where there is none
 * @param release the newest release that one of them is for
 */
public record ClassVersions(int classes, String first, int release) {
    private static final String SUFFIX = ".class";
    private static final int MAGIC = 0xCAFEBABE;

    /** Class files of Java N have version 44 + N. */
    private static final int BEFORE_FIRST_RELEASE = 44;

    /**
     * Looks for them. Of a jar with versions for several releases it is those of this release that count. Linear in the number of
     * classes: of each a few bytes are read.
     */
    public static ClassVersions newer(Path path, int release) throws IOException {
        ClassVersions found = new ClassVersions(0, "", 0);
        try (JarFile jar = new JarFile(
                path.toFile(), false, ZipFile.OPEN_READ, Runtime.Version.parse(Integer.toString(release)))) {
            List<JarEntry> entries = jar.versionedStream()
                    .filter(entry -> isLoaded(entry.getName()))
                    .sorted((one, other) -> one.getName().compareTo(other.getName()))
                    .toList();
            for (JarEntry entry : entries) {
                int of = release(jar, entry);
                if (of > release) {
                    String name = entry.getName();
                    found = new ClassVersions(
                            found.classes + 1,
                            found.first.isEmpty()
                                    ? name.substring(0, name.length() - SUFFIX.length())
                                            .replace('/', '.')
                                    : found.first,
                            Math.max(found.release, of));
                }
            }
        }
        return found;
    }

    // What lies under META-INF is no class of the jar's: versions of a jar that does not say it has them, agents,
    // copies.
    private static boolean isLoaded(String name) {
        return name.endsWith(SUFFIX) && !name.endsWith("module-info.class") && !name.startsWith("META-INF/");
    }

    /** The release that a class is for; 0 where the bytes are none. */
    private static int release(JarFile jar, JarEntry entry) throws IOException {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            if (in.readInt() != MAGIC) {
                return 0;
            }
            in.readUnsignedShort();
            return in.readUnsignedShort() - BEFORE_FIRST_RELEASE;
        } catch (EOFException none) {
            return 0;
        }
    }
}
