package io.whittle.assembler.evidence;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.ApplicationModule;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a jar or folder, by their paths; of a class with several versions the one for the Java that runs. */
interface UnitFiles extends Closeable {
    /** All paths, sorted. */
    List<String> paths() throws IOException;

    /** What a file holds. */
    byte[] bytes(String path) throws IOException;

    /** A hash of all paths and what they hold, in hexadecimal; of a jar, by the sizes and CRC-32 sums of its own index. */
    String contentHash() throws IOException;

    static UnitFiles of(ApplicationModule module) throws IOException {
        return Files.isRegularFile(module.path())
                ? new OfJar(new JarFile(module.path().toFile(), false, ZipFile.OPEN_READ, Runtime.version()))
                : new OfFolder(module.path(), module.reference().open());
    }

    /** Of a jar, whose signature is nobody's concern here: to verify it takes longer than to read. */
    record OfJar(JarFile jar) implements UnitFiles {
        private static final int SURELY_HELD = 1 << 20;

        /** How many bytes deflate makes of one, at most. */
        private static final int MOST_DEFLATED = 1032;

        @Override
        public List<String> paths() {
            return jar.versionedStream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .sorted()
                    .toList();
        }

        @Override
        public byte[] bytes(String path) throws IOException {
            JarEntry entry = jar.getJarEntry(path);
            if (entry == null) {
                throw new ZipException(path + " is not there any more");
            }
            try (InputStream in = jar.getInputStream(entry)) {
                if (entry.getSize() < 0) {
                    return in.readAllBytes();
                }
                // A size that is known spares the copying from buffer to buffer.
                byte[] bytes = new byte[size(entry)];
                int read = in.readNBytes(bytes, 0, bytes.length);
                return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
            }
        }

        /** What the index says, unless that is more than can be packed there or held. */
        private int size(JarEntry entry) throws ZipException {
            long size = entry.getSize();
            if (size > SURELY_HELD) {
                long packed = Math.min(entry.getCompressedSize(), new File(jar.getName()).length());
                if (size / MOST_DEFLATED > packed || size > Integer.MAX_VALUE - Long.BYTES) {
                    throw new ZipException("it says that it has " + size + " bytes");
                }
            }
            return (int) size;
        }

        @Override
        public String contentHash() {
            StringBuilder index = new StringBuilder();
            jar.stream()
                    .forEach(entry -> index.append(entry.getName())
                            .append('\0')
                            .append(entry.getSize())
                            .append(' ')
                            .append(entry.getCrc())
                            .append('\n'));
            return ContentHash.of(index.toString());
        }

        @Override
        public void close() throws IOException {
            jar.close();
        }
    }

    /** Of a folder. */
    record OfFolder(Path folder, ModuleReader reader) implements UnitFiles {
        @Override
        public List<String> paths() throws IOException {
            try (var paths = reader.list()) {
                return paths.filter(path -> !path.endsWith("/")).sorted().toList();
            }
        }

        @Override
        public byte[] bytes(String path) throws IOException {
            try (InputStream in =
                    reader.open(path).orElseThrow(() -> new IOException(path + " is not there any more"))) {
                return in.readAllBytes();
            }
        }

        @Override
        public String contentHash() throws IOException {
            return ContentHash.of(folder);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
