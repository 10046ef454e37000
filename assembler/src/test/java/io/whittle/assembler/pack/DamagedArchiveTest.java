package io.whittle.assembler.pack;

import io.whittle.assembler.fresh.FolderTree;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is wrong with an archive, it is unpacked whole, or refused in words with nothing left. */
@DisabledOnOs(OS.WINDOWS)
class DamagedArchiveTest {
    private static final int TIMES = 400;

    @TempDir
    private Path dir;

    @ParameterizedTest
    @EnumSource
    void randomDamageNeverEndsInAnythingElse(ArchiveFormat format) throws Exception {
        byte[] whole = Files.readAllBytes(
                SmallTree.pack(SmallTree.make(dir.resolve("tree"), "022", false), format, dir.resolve("whole")));
        // What is wrong below the compression is more than a wrong checksum.
        byte[] sound = format == ArchiveFormat.TAR_GZ ? plain(whole) : whole;
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < TIMES; i++) {
            byte[] damaged = sound.clone();
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                damaged[random.nextInt(Math.min(damaged.length, 6_000))] = (byte) random.nextInt(256);
            }
            refused += refuses(format == ArchiveFormat.TAR_GZ ? zipped(damaged) : write(damaged)) ? 1 : 0;
        }

        assertThat(refused).isGreaterThan(TIMES / 10);
    }

    private boolean refuses(Path archive) throws IOException {
        Path to = Files.createDirectory(dir.resolve("to")).resolve("unpacked");
        boolean refused = false;
        try {
            Unpacker.unpack(archive, to, UnpackBounds.OF_JDKS);
            assertThat(to).isDirectory();
        } catch (UnpackException told) {
            refused = true;
            assertThat(told).hasMessageContaining(" is not unpacked: ");
            assertThat(to).doesNotExist();
        }
        try (Stream<Path> left = Files.list(to.getParent())) {
            assertThat(left).allMatch(to::equals);
        }
        FolderTree.delete(to.getParent());
        return refused;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(dir.resolve("damaged"), bytes);
    }

    private Path zipped(byte[] tar) throws IOException {
        Path file = dir.resolve("damaged");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(tar);
        }
        return file;
    }

    private static byte[] plain(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }
}
