package io.whittle.assembler.classpath;

import io.whittle.assembler.fresh.ContentHash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The class path of an image: its jars, byte for byte, in {@code lib/classpath}, and beside that folder a jar that holds nothing but their names
 * in their order. A JVM is given that one alone. So the path has the order that was planned on every system, moves with the image, and is never
 * too long for a command line, which on Windows ends after 8191 characters.
 */
public final class ClassPathFolder {
    /** Where the jars are in an image. */
    public static final String FOLDER = "lib/classpath";

    /** What a JVM is given as its class path, in an image. */
    public static final String INDEX = "lib/classpath.jar";

    /** The earliest time that a zip can tell, and one without a zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path image;

    /** The class path of an image; there need be none. */
    public ClassPathFolder(Path image) {
        this.image = image;
    }

    /** Lays jars there, in the order of the path. Nothing is written where there are none. Linear in their sizes. */
    public void lay(List<LaidJar> jars) throws IOException {
        if (jars.isEmpty()) {
            return;
        }
        Path folder = Files.createDirectories(image.resolve(FOLDER));
        for (LaidJar jar : jars) {
            // Its content, not a link to it, and without the rights of the file that was found.
            try (OutputStream out = Files.newOutputStream(folder.resolve(jar.file()))) {
                Files.copy(jar.source(), out);
            }
        }
        Files.write(image.resolve(INDEX), index(jars));
    }

    /** What is other than it was laid, each a clause with a file's path in the image; nothing where all is well. Linear in sizes. */
    public List<String> differences(List<LaidJar> jars) throws IOException {
        List<String> differences = new ArrayList<>();
        for (LaidJar jar : jars) {
            Path file = image.resolve(FOLDER).resolve(jar.file());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                differences.add(FOLDER + "/" + jar.file() + " is not there");
            } else if (!ContentHash.of(file).equals(jar.sha256())) {
                differences.add(FOLDER + "/" + jar.file() + " has another sha-256 than the jar that was planned");
            }
        }
        if (!jars.isEmpty()
                && !(Files.isRegularFile(image.resolve(INDEX))
                        && Arrays.equals(Files.readAllBytes(image.resolve(INDEX)), index(jars)))) {
            differences.add(INDEX + " does not name them in their order");
        }
        Set<String> planned = jars.stream().map(LaidJar::file).collect(Collectors.toSet());
        for (String file : files()) {
            if (!planned.contains(file)) {
                differences.add(FOLDER + "/" + file + " is not planned");
            }
        }
        return differences;
    }

    private Set<String> files() throws IOException {
        Path folder = image.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    // Not compressed and without a time: same names, same bytes, whichever Java writes it.
    private static byte[] index(List<LaidJar> jars) throws IOException {
        String folder = FOLDER.substring(FOLDER.lastIndexOf('/') + 1);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        jars.stream().map(jar -> folder + "/" + jar.file()).collect(Collectors.joining(" ")));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        manifest.write(text);
        byte[] content = text.toByteArray();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            ZipEntry entry = new ZipEntry(JarFile.MANIFEST_NAME);
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setCrc(sum.getValue());
            entry.setSize(content.length);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
