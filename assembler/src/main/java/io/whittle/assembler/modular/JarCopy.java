package io.whittle.assembler.modular;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.KeptFolder;
import io.whittle.assembler.fresh.WholeFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

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
    private static final String FORM = "2";

    private static final String SERVICES = "META-INF/services/";

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

        /** The same with one more change. */
        Source with(EntryChange change) {
            List<EntryChange> more = new ArrayList<>(changes);
            more.add(change);
            return new Source(jar, sha256, more);
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
        if (KeptFolder.use(file.getParent()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
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
            SortedMap<String, List<CopiedFile>> files = new TreeMap<>();
            for (Source source : sources) {
                ZipFile jar = ZipFile.builder().setFile(source.jar().toFile()).get();
                jars.add(jar);
                for (ZipArchiveEntry entry : Collections.list(jar.getEntries())) {
                    if (!entry.isDirectory()) {
                        files.computeIfAbsent(entry.getName(), none -> new ArrayList<>())
                                .add(new CopiedFile(jar, entry, source.changes()));
                    }
                }
            }
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(new Unclosed(out))) {
                pack(files, zip);
            }
        } finally {
            for (ZipFile jar : jars) {
                jar.close();
            }
        }
    }

    private void pack(SortedMap<String, List<CopiedFile>> files, ZipArchiveOutputStream zip) throws IOException {
        SortedSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(added.keySet());
        // First, as whoever reads a jar from its beginning expects.
        if (paths.remove(JarFile.MANIFEST_NAME)) {
            put(JarFile.MANIFEST_NAME, files, zip);
        }
        for (String path : paths) {
            put(path, files, zip);
        }
    }

    private void put(String path, SortedMap<String, List<CopiedFile>> files, ZipArchiveOutputStream zip)
            throws IOException {
        if (added.containsKey(path)) {
            put(path, added.get(path), zip);
            return;
        }
        List<CopiedFile> sharers = files.get(path);
        if (sharers.size() > 1 && path.startsWith(SERVICES)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (CopiedFile each : sharers) {
                all.write(each.changed().orElse(new byte[0]));
                all.write('\n');
            }
            put(path, all.toByteArray(), zip);
        } else if (sharers.get(0).isChanged()) {
            Optional<byte[]> changed = sharers.get(0).changed();
            if (changed.isPresent()) {
                put(path, changed.get(), zip);
            }
        } else {
            sharers.get(0).copyTo(zip);
        }
    }

    private static void put(String path, byte[] bytes, ZipArchiveOutputStream zip) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipArchiveEntry entry = CopiedFile.entry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putArchiveEntry(entry);
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    /** Whoever gave the stream closes it. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
