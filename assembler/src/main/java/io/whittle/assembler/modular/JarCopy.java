package io.whittle.assembler.modular;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.WholeFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar made of the files of others. It lies under the hash of all that it is made of, so that it is never replaced, and appears whole or
 * not at all.
 *
 * @param name of the module in it
 * @param sources whose files it has; of two of one path it has that of the first, but lines of services are put together
 * @param added files that it has besides, by path; they stand in place of those of the sources
 */
record JarCopy(String name, List<Source> sources, SortedMap<String, byte[]> added) {
    /** How bytes are packed here; another way of it is another copy. */
    private static final String FORM = "1";

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String SERVICES = "META-INF/services/";

    /** The first that a zip can tell: a time of its own would make other bytes each day. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    JarCopy {
        sources = List.copyOf(sources);
        added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
    }

    /**
     * A jar whose files are copied.
     *
     * @param jar the jar
     * @param sha256 of what it holds
     * @param changes made to each of its files, one after the other
     */
    record Source(Path jar, String sha256, List<EntryChange> changes) {
        Source {
            changes = List.copyOf(changes);
        }

        private String key() {
            StringBuilder key = new StringBuilder("jar ").append(sha256).append('\n');
            changes.forEach(change -> key.append("change ").append(change.key()).append('\n'));
            return key.toString();
        }
    }

    /** SHA-256 of all that it is made of, in hexadecimal. */
    String key() {
        StringBuilder all = new StringBuilder(FORM).append('\n').append(name).append('\n');
        sources.forEach(source -> all.append(source.key()));
        added.forEach((path, bytes) -> all.append("add ")
                .append(path)
                .append(' ')
                .append(ContentHash.of(bytes))
                .append('\n'));
        return ContentHash.of(all.toString());
    }

    /** Where it stands below a folder. One that stands there is taken as it is; else it is written. Two builds may do so at once. */
    Path in(Path folder) throws IOException {
        Path file = folder.resolve(key()).resolve(name + ".jar");
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return file;
        }
        try (WholeFile whole = WholeFile.prepare(file, file.resolveSibling(UUID.randomUUID() + ".new"), this::write)) {
            whole.appear();
        }
        return file;
    }

    private void write(OutputStream out) throws IOException {
        List<ZipFile> jars = new ArrayList<>();
        try {
            SortedMap<String, List<Content>> files = new TreeMap<>();
            for (Source source : sources) {
                ZipFile jar = new ZipFile(source.jar().toFile());
                jars.add(jar);
                jar.stream()
                        .filter(entry -> !entry.isDirectory())
                        .forEach(entry -> files.computeIfAbsent(entry.getName(), none -> new ArrayList<>())
                                .add(() -> content(jar, entry, source.changes())));
            }
            added.forEach((path, bytes) -> files.put(path, List.of(() -> Optional.of(bytes))));
            pack(files, out);
        } finally {
            for (ZipFile jar : jars) {
                jar.close();
            }
        }
    }

    /** A file that is read when it is its turn: all of a jar may be too much to hold. */
    @FunctionalInterface
    private interface Content {
        Optional<byte[]> read() throws IOException;
    }

    private static void pack(SortedMap<String, List<Content>> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        // First, as whoever reads a jar from its beginning expects.
        List<Content> manifest = files.remove(MANIFEST);
        if (manifest != null) {
            put(zip, MANIFEST, manifest);
        }
        for (Map.Entry<String, List<Content>> file : files.entrySet()) {
            put(zip, file.getKey(), file.getValue());
        }
        zip.finish();
    }

    private static Optional<byte[]> content(ZipFile jar, ZipEntry entry, List<EntryChange> changes) throws IOException {
        Optional<byte[]> bytes;
        try (InputStream in = jar.getInputStream(entry)) {
            bytes = Optional.of(in.readAllBytes());
        }
        for (EntryChange change : changes) {
            if (bytes.isPresent()) {
                bytes = change.apply(entry.getName(), bytes.get());
            }
        }
        return bytes;
    }

    private static void put(ZipOutputStream zip, String path, List<Content> contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean any = false;
        for (Content content : path.startsWith(SERVICES) ? contents : contents.subList(0, 1)) {
            Optional<byte[]> read = content.read();
            if (read.isPresent()) {
                if (any) {
                    bytes.write('\n');
                }
                any = true;
                bytes.write(read.get());
            }
        }
        if (any) {
            ZipEntry entry = new ZipEntry(path);
            entry.setTimeLocal(TIME);
            zip.putNextEntry(entry);
            bytes.writeTo(zip);
            zip.closeEntry();
        }
    }
}
