package io.whittle.assembler.jimage;

import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The index of lib/modules, held against what the JDK's own reader says. */
class JimageTest {
    private static final Path MODULES = TestJdk.home().resolve("lib/modules");

    @TempDir
    private Path dir;

    @Test
    void namesTheModulesThatTheJdkNames() throws IOException {
        assertThat(Jimage.of(MODULES).bytesByModule())
                .containsOnlyKeys(ModuleFinder.ofSystem().findAll().stream()
                        .map(module -> module.descriptor().name())
                        .toArray(String[]::new));
    }

    @Test
    void sizesAreThoseOfTheFilesInEachModule() throws IOException {
        var sizes = Jimage.of(MODULES).bytesByModule();
        // The running JDK's own image is not compressed.
        for (String module : new String[] {"java.base", "java.sql", "jdk.httpserver"}) {
            assertThat(sizes.get(module)).as(module).isEqualTo(bytesOf(module));
        }
    }

    @Test
    void sizesAddUpToLessThanTheFile() throws IOException {
        long sum = Jimage.of(MODULES).bytesByModule().values().stream()
                .mapToLong(Long::longValue)
                .sum();

        assertThat(sum).isBetween(Files.size(MODULES) / 2, Files.size(MODULES));
    }

    @Test
    void whatIsNoImageIsRefused() throws IOException {
        Path text = Files.writeString(dir.resolve("text"), "this is a text that is longer than a header is long");
        assertThatThrownBy(() -> Jimage.of(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text");
        assertThatThrownBy(() -> Jimage.of(dir.resolve("none"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Jimage.of(dir)).isInstanceOf(IOException.class);
    }

    @Test
    void anImageCutShortIsRefusedWhereverItIsCut() throws IOException {
        byte[] index = index();
        Path file = dir.resolve("modules");
        for (int length : new int[] {0, 1, 4, 27, 28, 100, index.length / 3, index.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(index, length));
            assertThatThrownBy(() -> Jimage.of(file)).as("cut to %d", length).isInstanceOf(IOException.class);
        }
        Files.write(file, index);
        assertThat(Jimage.of(file)).isEqualTo(Jimage.of(MODULES));
    }

    @Test
    void everyByteOfTheHeaderMayBeAnything() throws IOException {
        Path file = Files.write(dir.resolve("modules"), index());
        for (int at = 0; at < 28; at++) {
            for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
                readDamaged(file, at, value);
            }
        }
    }

    @Test
    void anyByteOfTheIndexMayBeAnything() throws IOException {
        byte[] index = index();
        Path file = Files.write(dir.resolve("modules"), index);
        long seed = System.nanoTime();
        System.out.println("JimageTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            readDamaged(file, random.nextInt(index.length), random.nextInt(256));
        }
    }

    // Only the exception that says so may come, and nothing but that.
    private static void readDamaged(Path file, int at, int value) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int former = bytes.read();
            bytes.seek(at);
            bytes.write(value);
            try {
                Jimage.of(file);
            } catch (IOException damaged) {
                assertThat(damaged).hasMessageContaining("modules");
            } catch (RuntimeException | OutOfMemoryError wrong) {
                throw new AssertionError("byte " + at + " is " + value, wrong);
            }
            bytes.seek(at);
            bytes.write(former);
        }
    }

    // Content is not read: without it the file is small enough to be written again and again.
    private static byte[] index() throws IOException {
        try (FileChannel channel = FileChannel.open(MODULES)) {
            ByteBuffer header = ByteBuffer.allocate(28).order(ByteOrder.nativeOrder());
            channel.read(header, 0);
            ByteBuffer index = ByteBuffer.allocate(28 + 8 * header.getInt(16) + header.getInt(20) + header.getInt(24));
            while (index.hasRemaining() && channel.read(index, index.position()) >= 0) {
                assertThat(index.position()).isPositive();
            }
            return index.array();
        }
    }

    private static long bytesOf(String module) throws IOException {
        Path folder = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
        try (Stream<Path> walk = Files.walk(folder)) {
            long sum = 0;
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                sum += Files.size(file);
            }
            return sum;
        }
    }
}
