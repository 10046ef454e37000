package io.whittle.assembler.pack;

import io.whittle.assembler.fresh.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The same folder gives the same bytes, and they hold what was in it. */
@DisabledOnOs(OS.WINDOWS)
class PackerTest {
    @TempDir
    private Path dir;

    @ParameterizedTest
    @EnumSource
    void neitherTimesNorUmaskNorOrderNorWhoPacksNorWhereTells(ArchiveFormat format) throws IOException {
        Path first = SmallTree.make(dir.resolve("first"), "022", false);
        Path second = SmallTree.make(dir.resolve("second"), "077", true);
        try (Stream<Path> files = Files.walk(second)) {
            for (Path file : (Iterable<Path>) files.filter(each -> !Files.isSymbolicLink(each))::iterator) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
            }
        }
        assertThat(Files.getPosixFilePermissions(first.resolve("bin/app")))
                .isNotEqualTo(Files.getPosixFilePermissions(second.resolve("bin/app")));

        Path here = SmallTree.pack(first, format, dir.resolve("here"));
        Path there = dir.resolve("there");
        String user = System.getProperty("user.name");
        TimeZone zone = TimeZone.getDefault();
        try {
            System.setProperty("user.name", "somebody-else");
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            SmallTree.pack(second, format, there);
        } finally {
            System.setProperty("user.name", user);
            TimeZone.setDefault(zone);
        }

        assertThat(there).hasSameBinaryContentAs(here);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsInItTells(ArchiveFormat format) throws IOException {
        Path tree = SmallTree.make(dir.resolve("tree"), "022", false);
        Path before = SmallTree.pack(tree, format, dir.resolve("before"));
        SmallTree.run("chmod", "u-x", tree.resolve("bin/app").toString());
        Path otherMode = SmallTree.pack(tree, format, dir.resolve("otherMode"));
        SmallTree.run(
                "ln",
                "-sfn",
                "../java.base",
                tree.resolve("legal/java.xml/LICENSE").toString());
        Path otherLink = SmallTree.pack(tree, format, dir.resolve("otherLink"));

        assertThat(Files.mismatch(before, otherMode)).isNotNegative();
        assertThat(Files.mismatch(otherMode, otherLink)).isNotNegative();
    }

    @Test
    void zstandardGivesTheSameBytesWithAnyNumberOfProcessors() throws Exception {
        ZstdStreams.load();
        // Several times as large as what one worker takes at a time.
        byte[] random = new byte[1 << 20];
        List<String> packed = new ArrayList<>();
        for (int workers : List.of(1, 2, 5)) {
            new Random(1).nextBytes(random);
            Path file = dir.resolve("with " + workers);
            try (OutputStream out = ZstdStreams.compressing(Files.newOutputStream(file), workers)) {
                for (int i = 0; i < 80; i++) {
                    random[i] = (byte) i;
                    // Cut elsewhere each time.
                    out.write(random, 0, random.length - 7 * workers);
                    out.write(random, random.length - 7 * workers, 7 * workers);
                }
            }
            packed.add(ContentHash.of(file));
        }

        assertThat(packed).hasSize(3).containsOnly(packed.get(0));
    }

    @ParameterizedTest
    @EnumSource
    void theToolsOfTheSystemUnpackItWithModesAndLinks(ArchiveFormat format) throws IOException {
        Tools.need(format);
        Path tree = SmallTree.make(dir.resolve("tree"), "022", false);
        Path archive = SmallTree.pack(tree, format, dir.resolve("app." + format.word()));
        Path to = Files.createDirectories(dir.resolve("to"));

        Tools.unpack(format, archive, to);

        assertThat(listing(to.resolve("app-1.0"))).isEqualTo(listing(tree));
        assertThat(SmallTree.run(to.resolve("app-1.0/bin/app").toString())).isEqualTo("hello\n");
        SmallTree.run("diff", "-r", tree.toString(), to.resolve("app-1.0").toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"TAR_GZ", "TAR_ZST"})
    void everythingInATarIsRootsAndOfOneTime(ArchiveFormat format) throws IOException {
        Tools.need(format);
        Path archive = SmallTree.pack(SmallTree.make(dir.resolve("tree"), "022", false), format, dir.resolve("a"));

        assertThat(Tools.list(format, archive).lines())
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.contains(" root/root ") && line.contains(" 1980-02-01 00:00 "))
                .anyMatch(line -> line.startsWith("-rwxr-xr-x") && line.endsWith(" app-1.0/bin/app"))
                .anyMatch(line -> line.startsWith("-r--r--r--") && line.endsWith(" app-1.0/legal/java.base/LICENSE"))
                .anyMatch(line -> line.endsWith(" app-1.0/" + SmallTree.DEEP));
    }

    @Test
    void everythingInAZipIsOfOneTimeWhereverThatIsRead() throws IOException {
        Tools.need(ArchiveFormat.ZIP);
        Path archive = SmallTree.pack(
                SmallTree.make(dir.resolve("tree"), "022", false), ArchiveFormat.ZIP, dir.resolve("a.zip"));

        assertThat(Tools.list(ArchiveFormat.ZIP, archive).lines().filter(line -> line.contains("app-1.0")))
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.contains("80-Feb-01 00:00") || line.startsWith("Archive:"));
    }

    @Test
    void namesAreInUtf8() throws IOException {
        for (ArchiveFormat format : ArchiveFormat.values()) {
            Tools.need(format);
            Path archive = dir.resolve("a." + format.word());
            try (OutputStream out = Files.newOutputStream(archive);
                    EntrySink sink =
                            format == ArchiveFormat.ZIP ? new ZipSink(out) : new TarSink(compressed(format, out))) {
                sink.beginFile("größe/文", 0644, 1);
                sink.content().write('x');
                sink.endFile();
            }

            assertThat(Tools.list(format, archive)).contains("größe/文");
        }
    }

    @Test
    void aFileThatGrowsOrShrinksMeanwhileIsTold() throws Exception {
        Path tree = SmallTree.make(dir.resolve("tree"), "022", false);
        PackedFolder folder = PackedFolder.of(tree);
        for (String content : List.of("VERSION=1\nand more\n", "V")) {
            Files.writeString(tree.resolve("release"), content);

            assertThatThrownBy(() -> Packer.write(
                            folder, "top", ArchiveFormat.TAR_GZ, OutputStream.nullOutputStream(), bytes -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage(tree.resolve("release") + " was changed while it was packed");
        }
    }

    @Test
    void progressComesToAllThatIsPacked() throws Exception {
        PackedFolder folder = PackedFolder.of(SmallTree.make(dir.resolve("tree"), "022", false));
        List<Long> done = new ArrayList<>();

        Packer.write(folder, "top", ArchiveFormat.ZIP, OutputStream.nullOutputStream(), done::add);

        assertThat(done.stream().mapToLong(Long::longValue).sum()).isEqualTo(folder.bytes());
        assertThat(folder.bytes()).isGreaterThan(200_000);
        assertThat(folder.files()).isEqualTo(7);
    }

    private static OutputStream compressed(ArchiveFormat format, OutputStream out) throws IOException {
        return format == ArchiveFormat.TAR_ZST ? ZstdStreams.compressing(out) : new GZIPOutputStream(out);
    }

    private static List<String> listing(Path folder) throws IOException {
        List<String> listing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                listing.add(folder.relativize(file) + " "
                        + Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                        + (Files.isSymbolicLink(file) ? " -> " + Files.readSymbolicLink(file) : ""));
            }
        }
        return listing;
    }
}
