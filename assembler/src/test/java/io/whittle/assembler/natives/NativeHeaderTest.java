package io.whittle.assembler.natives;

import io.whittle.assembler.testing.TestElf;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Arch;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What native files were built for, read from real ones and from headers made by hand. */
class NativeHeaderTest {
    private static final Platform AMD64 = Platform.parse("linux/amd64");

    @TempDir
    private Path dir;

    @Test
    void theRunningJdkIsForTheHost() throws IOException {
        Path home = TestJdk.home();
        for (String file : new String[] {"bin/java", "lib/server/libjvm.so", "lib/libjava.so"}) {
            if (Files.exists(home.resolve(file))) {
                assertThat(NativeHeader.of(home.resolve(file)).orElseThrow().fits(Platform.host()))
                        .as(file)
                        .isTrue();
            }
        }

        assertThat(NativeHeader.of(home.resolve("release"))).isEmpty();
        assertThat(NativeHeader.of(home.resolve("lib/modules"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "64, little, 62, AMD64",
        "64, little, 183, ARM64",
        "32, little, 40, ARM",
        "64, little, 243, RISCV64",
        "64, little, 21, PPC64LE",
        "64, big, 22, S390X",
    })
    void elfOfEveryProcessorOfTheVocabulary(int bits, String order, int machine, Arch arch) throws IOException {
        NativeHeader header = elf(bits, order, machine).orElseThrow();

        assertThat(header.format()).isEqualTo(NativeHeader.Format.ELF);
        assertThat(header.archs()).containsExactly(arch);
        for (Platform platform : Platform.all()) {
            boolean elf = switch (platform.os()) {
                case LINUX, FREEBSD, OPENBSD, NETBSD -> true;
                case MACOS, WINDOWS -> false;
            };
            assertThat(header.fits(platform)).as(platform.toString()).isEqualTo(elf && platform.arch() == arch);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "32, little, 62, x32 is another interface",
        "32, little, 243, riscv32",
        "64, big, 21, ppc64 big endian",
        "64, little, 8, mips",
        "32, little, 3, i386",
    })
    void elfOfAProcessorOutsideTheVocabularyFitsNoPlatform(int bits, String order, int machine, String what)
            throws IOException {
        NativeHeader header = elf(bits, order, machine).orElseThrow();

        assertThat(header.archs()).as(what).isEmpty();
        assertThat(Platform.all()).noneMatch(header::fits);
        assertThat(header.detail()).contains("machine 0x" + Integer.toHexString(machine));
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64, /lib64/ld-linux-x86-64.so.2",
        "linux/amd64, /nix/store/0c7c-glibc-2.40/lib/ld-linux-x86-64.so.2",
        "linux/arm64, /lib/ld-linux-aarch64.so.1",
        "linux/arm, /lib/ld-linux-armhf.so.3",
        "linux/arm, /lib/ld-linux.so.3",
        "linux/riscv64, /lib/ld-linux-riscv64-lp64d.so.1",
        "linux/ppc64le, /lib64/ld64.so.2",
        "linux/s390x, /lib/ld64.so.1",
        "linux/amd64/musl, /lib/ld-musl-x86_64.so.1",
        "linux/arm/musl, /lib/ld-musl-armhf.so.1",
        "freebsd/amd64, /libexec/ld-elf.so.1",
        "openbsd/amd64, /usr/libexec/ld.so",
        "netbsd/amd64, /usr/libexec/ld.elf_so",
        "netbsd/s390x, /libexec/ld.elf_so",
    })
    void theDynamicLoaderTellsThePlatform(String text, String loader) throws IOException {
        Platform platform = Platform.parse(text);
        NativeHeader header = of(TestElf.of(platform).loader(loader).bytes()).orElseThrow();

        assertThat(header.platform()).contains(platform);
        assertThat(Platform.all())
                .allSatisfy(each -> assertThat(header.fits(each))
                        .as(each.toString())
                        .isEqualTo(each.os() == platform.os()
                                && each.arch() == platform.arch()
                                && each.libc().equals(platform.libc())));
        assertThat(header.detail()).endsWith(", loader " + loader);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/system/bin/linker64",
                "/lib/amd64/ld.so.1",
                "/lib/ld.so.1",
                "/lib64/ld64-uClibc.so.1",
                "/lib/ld.elf_so",
                "/home/libexec/ld-elf.so.1",
                "",
            })
    void aProgramThatAsksForAnotherLoaderFitsNoPlatform(String loader) throws IOException {
        NativeHeader header = of(TestElf.of(AMD64).loader(loader).bytes()).orElseThrow();

        assertThat(header.platform()).isEmpty();
        assertThat(Platform.all()).noneMatch(header::fits);
    }

    @ParameterizedTest
    @CsvSource({"9, freebsd/amd64", "12, openbsd/amd64", "2, netbsd/amd64"})
    void theOsAbiTellsWhereOneSystemUsesIt(int osAbi, String platform) throws IOException {
        assertThat(of(TestElf.of(AMD64).osAbi(osAbi).bytes()).orElseThrow().platform())
                .contains(Platform.parse(platform));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void theOsAbiOfSystemVAndOfGnuLeavesThePlatformOpen(int osAbi) throws IOException {
        NativeHeader header = of(TestElf.of(AMD64).osAbi(osAbi).bytes()).orElseThrow();

        assertThat(header.platform()).isEmpty();
        assertThat(header.fits(AMD64)).isTrue();
        assertThat(header.fits(Platform.parse("freebsd/amd64"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FreeBSD, 1, 1302001, freebsd/amd64",
        "OpenBSD, 1, 0, openbsd/amd64",
        "NetBSD, 1, 1000000000, netbsd/amd64",
    })
    void aNoteTellsThePlatform(String owner, int type, int word, String platform) throws IOException {
        assertThat(of(TestElf.of(AMD64).note(owner, type, word).bytes())
                        .orElseThrow()
                        .platform())
                .contains(Platform.parse(platform));
        assertThat(of(TestElf.of(AMD64).note(owner, type + 1, word).bytes())
                        .orElseThrow()
                        .userlands())
                .as("a note of another type says something else")
                .isEmpty();
    }

    @Test
    void aGnuNoteTellsLinuxAndNotItsLibrary() throws IOException {
        NativeHeader header = of(TestElf.of(AMD64).note("GNU", 1, 0).bytes()).orElseThrow();

        assertThat(header.platform()).isEmpty();
        assertThat(header.fits(AMD64)).isTrue();
        assertThat(header.fits(Platform.parse("linux/amd64/musl"))).isTrue();
        assertThat(header.fits(Platform.parse("freebsd/amd64"))).isFalse();
        assertThat(of(TestElf.of(AMD64).note("GNU", 1, 1).bytes()).orElseThrow().fits(AMD64))
                .as("the Hurd")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64, libc.so.6",
        "linux/arm, libc.so.6",
        "linux/s390x, libc.so.6",
        "linux/amd64/musl, libc.musl-x86_64.so.1",
        "linux/arm/musl, libc.musl-armv7.so.1",
        "freebsd/amd64, libc.so.7",
        "netbsd/amd64, libc.so.12",
        "openbsd/amd64, libc.so.99.0",
    })
    void theLibraryOfCTellsThePlatform(String text, String library) throws IOException {
        Platform platform = Platform.parse(text);

        assertThat(of(TestElf.of(platform).needs("libm.so", library).bytes())
                        .orElseThrow()
                        .platform())
                .contains(platform);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libc.so", "libc++.so.1", "libcrypto.so.3", "libc.so.x", ""})
    void otherLibrariesLeaveItOpen(String library) throws IOException {
        assertThat(of(TestElf.of(AMD64).needs(library).bytes()).orElseThrow().userlands())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"libc.so.1", "libc.so.8"})
    void librariesOfSystemsWithoutPlatformsFitNone(String library) throws IOException {
        NativeHeader header = of(TestElf.of(AMD64).needs(library).bytes()).orElseThrow();
        assertThat(Platform.all()).noneMatch(header::fits);
    }

    @ParameterizedTest
    @CsvSource({
        "0x05000400, linux/arm linux/arm/v6 linux/arm/v7 linux/arm/v8",
        "0x05000200, linux/arm linux/arm/v5",
        "0x05000000, linux/arm linux/arm/v5 linux/arm/v6 linux/arm/v7 linux/arm/v8",
    })
    void howArmHandsOverFloatsTellsItsVariants(String flags, String platforms) throws IOException {
        NativeHeader header = of(TestElf.of(Platform.parse("linux/arm"))
                        .needs("libc.so.6")
                        .flags(Integer.decode(flags))
                        .bytes())
                .orElseThrow();

        assertThat(Platform.all().stream().filter(header::fits).map(Platform::toString))
                .containsExactlyInAnyOrder(platforms.split(" "));
    }

    @Test
    void aFileThatContradictsItselfFitsNoPlatform() throws IOException {
        NativeHeader header = of(TestElf.of(AMD64)
                        .osAbi(9)
                        .loader("/lib/ld-musl-x86_64.so.1")
                        .bytes())
                .orElseThrow();

        assertThat(Platform.all()).noneMatch(header::fits);
    }

    @Test
    void aLoaderFarBehindTheHeadersIsFound() throws IOException {
        assertThat(of(TestElf.of(AMD64)
                                .loader("/lib64/ld-linux-x86-64.so.2")
                                .gap(100_000)
                                .bytes())
                        .orElseThrow()
                        .platform())
                .contains(AMD64);
    }

    @Test
    void aLoaderThatWouldWriteOnTheTerminalIsMadeHarmless() throws IOException {
        assertThat(of(TestElf.of(AMD64).loader("/lib/\u001b[2J\nld").bytes())
                        .orElseThrow()
                        .detail())
                .endsWith(", loader /lib/?[2J?ld");
    }

    @Test
    void fromAnArchiveAFileSaysTheSame() throws IOException {
        byte[] file = TestElf.of(AMD64)
                .loader("/lib64/ld-linux-x86-64.so.2")
                .note("GNU", 1, 0)
                .bytes();
        assertThat(NativeHeader.of(FileBytes.of(file))).isEqualTo(of(file));
    }

    @ParameterizedTest
    @CsvSource({"0x01000007, AMD64, macos/amd64", "0x0100000c, ARM64, macos/arm64"})
    void machO(String type, Arch arch, String platform) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 0xfeedfacf).putInt(4, Integer.decode(type));
        NativeHeader header = of(file.array()).orElseThrow();

        assertThat(header.format()).isEqualTo(NativeHeader.Format.MACH_O);
        assertThat(header.archs()).containsExactly(arch);
        assertThat(header.fits(Platform.parse(platform))).isTrue();
        assertThat(header.fits(Platform.parse(platform.replace("macos", "linux"))))
                .isFalse();
    }

    @Test
    void universalMachOIsForEachOfItsParts() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(256);
        file.putInt(0xcafebabe).putInt(2);
        file.putInt(8, 0x01000007).putInt(28, 0x0100000c);
        NativeHeader header = of(file.array()).orElseThrow();

        assertThat(header.archs()).containsExactlyInAnyOrder(Arch.AMD64, Arch.ARM64);
        assertThat(header.fits(Platform.parse("macos/amd64"))).isTrue();
        assertThat(header.fits(Platform.parse("macos/arm64"))).isTrue();
        assertThat(header.fits(Platform.parse("linux/arm64"))).isFalse();
        assertThat(header.detail()).isEqualTo("Mach-O, machines amd64 and arm64");
    }

    @Test
    void aClassFileIsNoUniversalMachO() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(2000);
        for (int version = 45; version < 100; version++) {
            file.putInt(0, 0xcafebabe).putInt(4, version);
            assertThat(of(file.array())).as("version %d", version).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"linux/arm64, linux/arm64", "freebsd/riscv64, linux/riscv64"})
    void aStaticLibraryIsForWhatItsObjectsAre(String platform, String also) throws IOException {
        byte[] object = TestElf.of(Platform.parse(platform)).bytes();
        NativeHeader header = of(library("/", new byte[7], "//", new byte[30], "a.o/", object))
                .orElseThrow();

        assertThat(header.fits(Platform.parse(platform))).isTrue();
        assertThat(header.fits(Platform.parse(also))).isTrue();
        assertThat(header.fits(AMD64)).isFalse();
        assertThat(header.detail()).startsWith("static library, ELF 64 bit");
    }

    @Test
    void staticLibrariesOfOtherSystems() throws IOException {
        byte[] coff = new byte[80];
        ByteBuffer.wrap(coff).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x8664);
        byte[] placeHolder = new byte[80];
        ByteBuffer.wrap(placeHolder)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 0xffff0000)
                .putShort(6, (short) 0xaa64);
        ByteBuffer apple = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        apple.putInt(20, 0xfeedfacf).putInt(24, 0x0100000c);

        assertThat(of(library("/", new byte[8], "a.obj/", coff)).orElseThrow().platform())
                .contains(Platform.parse("windows/amd64"));
        assertThat(of(library("/", new byte[8], "a.dll/", placeHolder))
                        .orElseThrow()
                        .platform())
                .contains(Platform.parse("windows/arm64"));
        assertThat(of(library("#1/20", apple.array())).orElseThrow().platform())
                .contains(Platform.parse("macos/arm64"));
        assertThat(of(library("text/", new byte[200])).orElseThrow().platform()).isEmpty();
        assertThat(of(Arrays.copyOf("<bigaf>\n".getBytes(StandardCharsets.US_ASCII), 200))
                        .orElseThrow()
                        .detail())
                .endsWith("AIX");
    }

    @Test
    void aProgramOfAixFitsNoPlatform() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(100);
        file.putShort(0, (short) 0x01f7).putShort(2, (short) 11).putShort(16, (short) 120);
        NativeHeader header = of(file.array()).orElseThrow();

        assertThat(Platform.all()).noneMatch(header::fits);
        file.putShort(16, (short) 121);
        assertThat(of(file.array())).as("another file that begins so").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0x8664, AMD64, windows/amd64", "0xaa64, ARM64, windows/arm64"})
    void pe(String machine, Arch arch, String platform) throws IOException {
        NativeHeader header = of(pe(128, Integer.decode(machine))).orElseThrow();

        assertThat(header.format()).isEqualTo(NativeHeader.Format.PE);
        assertThat(header.archs()).containsExactly(arch);
        assertThat(header.fits(Platform.parse(platform))).isTrue();
        assertThat(header.fits(Platform.parse(platform.replace("windows", "linux"))))
                .isFalse();
    }

    @Test
    void aPeHeaderThatPointsOutsideIsNone() throws IOException {
        for (int offset : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 4096, 251}) {
            byte[] file = pe(128, 0x8664);
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(0x3c, offset);
            assertThat(of(file)).as("offset %d", offset).isEmpty();
        }
    }

    @Test
    void aDosProgramIsNone() throws IOException {
        byte[] file = new byte[256];
        file[0] = 'M';
        file[1] = 'Z';
        assertThat(of(file)).isEmpty();
    }

    @Test
    void filesTooShortForAHeaderAreNone() throws IOException {
        byte[] whole = elfBytes(64, "little", 62);
        for (int length = 0; length < 64; length++) {
            assertThat(of(Arrays.copyOf(whole, length))).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void hostileHeadersNeverFail() throws IOException {
        long seed = System.nanoTime();
        System.out.println("NativeHeaderTest seed " + seed);
        Random random = new Random(seed);
        byte[][] starts = {
            {0x7f, 'E', 'L', 'F'},
            {'M', 'Z'},
            {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe},
            "!<arch>\n".getBytes(StandardCharsets.US_ASCII),
            {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 2}
        };
        for (int i = 0; i < 300; i++) {
            byte[] file = new byte[random.nextInt(300)];
            random.nextBytes(file);
            byte[] start = starts[i % starts.length];
            System.arraycopy(start, 0, file, 0, Math.min(start.length, file.length));
            assertThat(of(file)).as("seed %d, round %d", seed, i).isNotNull();
        }
    }

    /** Whole files in which a few bytes are others, so that offsets, lengths and notes are wrong one at a time. */
    @Test
    void damagedProgramsNeverFail() throws IOException {
        long seed = System.nanoTime();
        System.out.println("NativeHeaderTest seed " + seed);
        Random random = new Random(seed);
        int[] telling = {0, 1, 0x7f, 0x80, 0xff};
        for (int i = 0; i < 20_000; i++) {
            Platform platform = Platform.parse(i % 2 == 0 ? "linux/amd64" : i % 4 == 1 ? "linux/arm" : "linux/s390x");
            byte[] file = TestElf.of(platform)
                    .loader("/lib64/ld-linux-x86-64.so.2")
                    .note("GNU", 1, 0)
                    .note("FreeBSD", 2, 7)
                    .needs("libc.so.6", "libm.so.6")
                    .bytes();
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = 4 + random.nextInt(file.length - 4);
                for (int run = random.nextInt(8); run >= 0 && at < file.length; run--) {
                    file[at++] = (byte) telling[random.nextInt(telling.length)];
                }
            }
            byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
            assertThatCode(() -> NativeHeader.of(FileBytes.of(damaged)).ifPresent(NativeHeader::platform))
                    .as("seed %d, round %d", seed, i)
                    .doesNotThrowAnyException();
            if (i % 40 == 0) {
                assertThat(of(damaged)).isEqualTo(NativeHeader.of(FileBytes.of(damaged)));
            }
        }
    }

    private Optional<NativeHeader> elf(int bits, String order, int machine) throws IOException {
        return of(elfBytes(bits, order, machine));
    }

    private static byte[] elfBytes(int bits, String order, int machine) {
        return new TestElf(bits, order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, machine).bytes();
    }

    /** Names and contents in turn. */
    private static byte[] library(Object... members) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < members.length; i += 2) {
            byte[] content = (byte[]) members[i + 1];
            String header = String.format("%-48s%-10d`\n", members[i], content.length);
            file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
            file.writeBytes(content);
            if (content.length % 2 == 1) {
                file.write('\n');
            }
        }
        return file.toByteArray();
    }

    private static byte[] pe(int offset, int machine) {
        ByteBuffer file = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, (byte) 'M').put(1, (byte) 'Z').putInt(0x3c, offset);
        file.put(offset, (byte) 'P').put(offset + 1, (byte) 'E').putShort(offset + 4, (short) machine);
        return file.array();
    }

    private Optional<NativeHeader> of(byte[] content) throws IOException {
        return NativeHeader.of(Files.write(dir.resolve("file"), content));
    }
}
