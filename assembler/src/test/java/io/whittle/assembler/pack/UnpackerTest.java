package io.whittle.assembler.pack;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Archives become folders, and nothing else comes of them. */
@DisabledOnOs(OS.WINDOWS)
class UnpackerTest {
    private static final int FILE = 0100644;

    @TempDir
    private Path dir;

    private Path to;

    /** One bad archive. */
    record Bad(String name, HandMade.Tar tar, HandMade.Zip zip, String entry, String rule) {
        static Bad tar(HandMade.Tar tar, String entry, String rule) {
            return new Bad("bad.tar.gz", tar, null, entry, rule);
        }

        static Bad zip(HandMade.Zip zip, String entry, String rule) {
            return new Bad("bad.zip", null, zip, entry, rule);
        }

        Path in(Path folder) throws IOException {
            Path file = folder.resolve(name);
            return zip == null ? HandMade.tar(file, tar) : HandMade.zip(file, zip);
        }

        @Override
        public String toString() {
            return name + ": " + entry + " " + rule;
        }
    }

    @BeforeEach
    void folder() throws IOException {
        to = Files.createDirectory(dir.resolve("to")).resolve("unpacked");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasPackedComesBack(ArchiveFormat format) throws Exception {
        Path tree = SmallTree.make(dir.resolve("tree"), "022", false);
        Path archive = SmallTree.pack(tree, format, dir.resolve("without-an-end"));

        Unpacker.unpack(archive, to, UnpackBounds.OF_JDKS);

        SmallTree.run(
                "diff",
                "-r",
                "--no-dereference",
                tree.toString(),
                to.resolve("app-1.0").toString());
        assertThat(SmallTree.run(to.resolve("app-1.0/bin/app").toString())).isEqualTo("hello\n");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(to.resolve("app-1.0/legal/java.base/LICENSE"))))
                .isEqualTo("r--r--r--");
        assertThat(to.getParent()).isDirectoryNotContaining(left -> !left.equals(to));
    }

    @Test
    void whatHarmlessArchivesOfOthersHoldIsUnpacked() throws Exception {
        Path archive = HandMade.tar(dir.resolve("odd.tar.gz"), tar -> {
            HandMade.other(tar, "./", TarConstants.LF_DIR, "");
            HandMade.link(tar, "./jdk/current", "bin/java");
            HandMade.file(tar, "./jdk//bin/java", "program");
            HandMade.other(tar, "jdk/bin/", TarConstants.LF_DIR, "");
            HandMade.hardLink(tar, "jdk/bin/again", "./jdk/bin/java");
            TarArchiveEntry entry = new TarArchiveEntry("jdk/setuid");
            entry.setMode(06755);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        });

        Unpacker.unpack(archive, to, UnpackBounds.OF_JDKS);

        assertThat(to.resolve("jdk/current")).isSymbolicLink().hasContent("program");
        assertThat(to.resolve("jdk/bin/again")).isRegularFile().hasContent("program");
        assertThat(SmallTree.run("stat", "-c", "%a", to.resolve("jdk/setuid").toString()))
                .isEqualTo("755\n");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNotTheArchivesIsNotTouched(Bad bad) throws Exception {
        Path archive = bad.in(dir);

        UnpackException refused = refused(archive, UnpackBounds.OF_JDKS);

        assertThat(refused)
                .hasMessageStartingWith(archive + " is not unpacked: entry '" + bad.entry() + "' ")
                .hasMessageContaining(bad.rule())
                .hasMessageContaining("Get the archive anew");
    }

    static List<Bad> bad() {
        return List.of(
                Bad.tar(tar -> HandMade.file(tar, "../outside", "x"), "../outside", "has '..' in its name"),
                Bad.tar(tar -> HandMade.file(tar, "a/../../outside", "x"), "a/../../outside", "has '..' in its name"),
                Bad.tar(tar -> HandMade.file(tar, "/tmp/outside", "x"), "/tmp/outside", "has an absolute name"),
                Bad.tar(tar -> HandMade.file(tar, "C:\\outside", "x"), "C:\\outside", "has an absolute name"),
                Bad.tar(tar -> HandMade.file(tar, "..\\outside", "x"), "..\\outside", "has a backslash"),
                Bad.tar(tar -> HandMade.other(tar, "../out/", TarConstants.LF_DIR, ""), "../out/", "has '..'"),
                Bad.tar(tar -> HandMade.link(tar, "a", "/etc"), "a", "links to '/etc', which is absolute"),
                Bad.tar(tar -> HandMade.link(tar, "a/b", "../../x"), "a/b", "links to '../../x', which is outside"),
                Bad.tar(
                        tar -> {
                            HandMade.link(tar, "a/b/top", "../..");
                            HandMade.link(tar, "c", "a/b/top/../outside");
                        },
                        "c",
                        "which goes up again after it went down"),
                Bad.tar(
                        tar -> {
                            HandMade.link(tar, "a", "b");
                            HandMade.file(tar, "a/x", "x");
                        },
                        "a/x",
                        "goes through 'a', which is a link"),
                Bad.tar(
                        tar -> {
                            HandMade.link(tar, "a", "b");
                            HandMade.file(tar, "./a", "x");
                        },
                        "./a",
                        "comes twice"),
                Bad.tar(
                        tar -> {
                            HandMade.file(tar, "a", "x");
                            HandMade.file(tar, "a/b", "x");
                        },
                        "a/b",
                        "goes through 'a', which is a file"),
                Bad.tar(tar -> HandMade.hardLink(tar, "a", "/etc/passwd"), "a", "has an absolute name"),
                Bad.tar(tar -> HandMade.hardLink(tar, "a", "../x"), "a", "has '..' in its name"),
                Bad.tar(tar -> HandMade.hardLink(tar, "a", "b"), "a", "is a hard link to 'b', which is no file"),
                Bad.tar(
                        tar -> {
                            HandMade.link(tar, "a", "b");
                            HandMade.hardLink(tar, "c", "a");
                        },
                        "c",
                        "is a hard link to 'a', which is no file"),
                Bad.tar(tar -> HandMade.other(tar, "null", TarConstants.LF_CHR, ""), "null", "but a device"),
                Bad.tar(tar -> HandMade.other(tar, "sda", TarConstants.LF_BLK, ""), "sda", "but a device"),
                Bad.tar(tar -> HandMade.other(tar, "pipe", TarConstants.LF_FIFO, ""), "pipe", "but a pipe"),
                Bad.tar(tar -> HandMade.other(tar, "what", (byte) 'Q', ""), "what", "of the unknown kind 81"),
                Bad.zip(zip -> HandMade.file(zip, "../outside", FILE, "x"), "../outside", "has '..' in its name"),
                Bad.zip(zip -> HandMade.file(zip, "/tmp/outside", FILE, "x"), "/tmp/outside", "has an absolute name"),
                Bad.zip(zip -> HandMade.file(zip, "a", 0120777, "/etc"), "a", "links to '/etc', which is absolute"),
                Bad.zip(zip -> HandMade.file(zip, "a", 0120777, "../x"), "a", "links to '../x', which is outside"),
                Bad.zip(
                        zip -> {
                            HandMade.file(zip, "a", 0120777, "b");
                            HandMade.file(zip, "a/x", FILE, "x");
                        },
                        "a/x",
                        "goes through 'a', which is a link"),
                Bad.zip(
                        zip -> {
                            HandMade.file(zip, "a", FILE, "x");
                            HandMade.file(zip, "a", FILE, "y");
                        },
                        "a",
                        "comes twice"),
                Bad.zip(zip -> HandMade.file(zip, "null", 0020666, ""), "null", "a device, a pipe or a socket"),
                Bad.zip(zip -> HandMade.file(zip, "sda", 0060666, ""), "sda", "a device, a pipe or a socket"),
                Bad.zip(zip -> HandMade.file(zip, "pipe", 0010666, ""), "pipe", "a device, a pipe or a socket"));
    }

    @Test
    void aTarOfZstandardIsHeldToTheSame() throws Exception {
        Path archive = HandMade.tar(dir.resolve("bad.tar.zst"), tar -> HandMade.file(tar, "../outside", "x"));

        assertThat(refused(archive, UnpackBounds.OF_JDKS)).hasMessageContaining("has '..' in its name");
    }

    @Test
    void boundsHoldForEveryFormat() throws Exception {
        String zeros = "0".repeat(3 << 20);
        for (Path bomb : List.of(
                HandMade.tar(dir.resolve("bomb.tar.gz"), tar -> HandMade.file(tar, "bomb", zeros)),
                HandMade.tar(dir.resolve("bomb.tar.zst"), tar -> HandMade.file(tar, "bomb", zeros)),
                HandMade.zip(dir.resolve("bomb.zip"), zip -> HandMade.file(zip, "bomb", FILE, zeros)))) {
            assertThat(refused(bomb, new UnpackBounds(1 << 21, 9, 1_000_000)))
                    .hasMessageContaining(
                            "entry 'bomb' brings the archive to more than the 2.0 MiB that one may come to");
            assertThat(refused(bomb, new UnpackBounds(1 << 30, 9, 100)))
                    .hasMessageContaining("entry 'bomb' brings the archive to more than 100 times its own size");
        }
        for (Path many : List.of(
                HandMade.tar(dir.resolve("many.tar.gz"), tar -> {
                    HandMade.file(tar, "a", "");
                    HandMade.file(tar, "b", "");
                }),
                HandMade.zip(dir.resolve("many.zip"), zip -> {
                    HandMade.file(zip, "a", FILE, "");
                    HandMade.file(zip, "b", FILE, "");
                }))) {
            assertThat(refused(many, new UnpackBounds(1 << 20, 1, 100)))
                    .hasMessageContaining("entry 'b' is one more than the 1 that an archive may hold");
        }
    }

    @Test
    void aSecondNameCountsAsMuchAsTheFirst() throws Exception {
        Path archive = HandMade.tar(dir.resolve("names.tar.gz"), tar -> {
            HandMade.file(tar, "a", "0".repeat(1 << 19));
            for (int i = 0; i < 9; i++) {
                HandMade.hardLink(tar, "a" + i, "a");
            }
        });

        assertThat(refused(archive, new UnpackBounds(1 << 20, 99, 100_000))).hasMessageContaining("1.0 MiB");
    }

    @Test
    void aNameThatFillsTheMemoryIsNotRead() throws Exception {
        Path archive = HandMade.tar(dir.resolve("long.tar.gz"), tar -> {
            HandMade.file(tar, "a", "");
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(3 << 20);
            tar.putArchiveEntry(name);
            tar.write(new byte[3 << 20]);
            tar.closeArchiveEntry();
        });

        assertThat(refused(archive, new UnpackBounds(1 << 30, 9, 1_000_000)))
                .hasMessageContaining("entry 'a' is followed by more than 1.0 MiB that belong to no file");
    }

    @Test
    void whatIsNoArchiveOrCutOffIsToldAndLeavesNothing() throws Exception {
        Path tree = SmallTree.make(dir.resolve("tree"), "022", false);
        for (ArchiveFormat format : ArchiveFormat.values()) {
            byte[] whole = Files.readAllBytes(SmallTree.pack(tree, format, dir.resolve("whole")));
            for (int length : List.of(0, 3, 10, whole.length / 2, whole.length - 1)) {
                Path cut = Files.write(dir.resolve("cut"), Arrays.copyOf(whole, length));
                assertThat(refused(cut, UnpackBounds.OF_JDKS)).hasMessageContaining("Get the archive anew");
            }
        }
        assertThat(refused(HandMade.tar(dir.resolve("e.tar.gz"), tar -> {}), UnpackBounds.OF_JDKS))
                .hasMessageContaining("the archive holds nothing");
        assertThat(refused(Files.writeString(dir.resolve("text"), "<html>not found</html>"), UnpackBounds.OF_JDKS))
                .hasMessageContaining("the archive is none: neither tar.gz, nor tar.zst, nor zip begins like it");
    }

    @Test
    void aFolderThatIsThereIsLeftAlone() throws Exception {
        Path archive = HandMade.tar(dir.resolve("a.tar.gz"), tar -> HandMade.file(tar, "a", "x"));
        Files.createSymbolicLink(to, Files.createDirectory(dir.resolve("elsewhere")));

        assertThatThrownBy(() -> Unpacker.unpack(archive, to, UnpackBounds.OF_JDKS))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(dir.resolve("elsewhere")).isEmptyDirectory();
    }

    private UnpackException refused(Path archive, UnpackBounds bounds) throws IOException {
        UnpackException refused =
                catchThrowableOfType(UnpackException.class, () -> Unpacker.unpack(archive, to, bounds));
        assertThat(refused).as(archive.toString()).isNotNull();
        assertThat(to.getParent()).isEmptyDirectory();
        assertThat(dir.resolve("outside")).doesNotExist();
        assertThat(Path.of("/tmp/outside")).doesNotExist();
        try (Stream<Path> around = Files.list(dir)) {
            assertThat(around).noneMatch(file -> file.getFileName().toString().startsWith("out"));
        }
        return refused;
    }
}
