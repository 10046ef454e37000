package io.whittle.assembler.link;

import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Arch;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** What native files were built for, read from real ones and from headers made by hand. */
class NativeHeaderTest {
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
        "2, little, 62, AMD64",
        "2, little, 183, ARM64",
        "1, little, 40, ARM",
        "2, little, 243, RISCV64",
        "2, little, 21, PPC64LE",
        "2, big, 22, S390X",
    })
    void elfOfEveryProcessorOfTheVocabulary(int bits, String order, int machine, Arch arch) throws IOException {
        NativeHeader header = elf(bits, order, machine).orElseThrow();

        assertThat(header.format()).isEqualTo(NativeHeader.Format.ELF);
        assertThat(header.arch()).contains(arch);
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
        "1, little, 62, x32 is another interface",
        "1, little, 243, riscv32",
        "2, big, 21, ppc64 big endian",
        "2, little, 8, mips",
        "1, little, 3, i386",
    })
    void elfOfAProcessorOutsideTheVocabularyFitsNoPlatform(int bits, String order, int machine, String what)
            throws IOException {
        NativeHeader header = elf(bits, order, machine).orElseThrow();

        assertThat(header.arch()).as(what).isEmpty();
        assertThat(Platform.all()).noneMatch(header::fits);
        assertThat(header.detail()).contains("machine 0x" + Integer.toHexString(machine));
    }

    @ParameterizedTest
    @CsvSource({"0x01000007, AMD64, macos/amd64", "0x0100000c, ARM64, macos/arm64"})
    void machO(String type, Arch arch, String platform) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 0xfeedfacf).putInt(4, Integer.decode(type));
        NativeHeader header = of(file.array()).orElseThrow();

        assertThat(header.format()).isEqualTo(NativeHeader.Format.MACH_O);
        assertThat(header.arch()).contains(arch);
        assertThat(header.fits(Platform.parse(platform))).isTrue();
        assertThat(header.fits(Platform.parse(platform.replace("macos", "linux"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0x8664, AMD64, windows/amd64", "0xaa64, ARM64, windows/arm64"})
    void pe(String machine, Arch arch, String platform) throws IOException {
        NativeHeader header = of(pe(128, Integer.decode(machine))).orElseThrow();

        assertThat(header.format()).isEqualTo(NativeHeader.Format.PE);
        assertThat(header.arch()).contains(arch);
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
        byte[] whole = elfBytes(2, "little", 62);
        for (int length = 0; length < 52; length++) {
            assertThat(of(Arrays.copyOf(whole, length))).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void hostileHeadersNeverFail() throws IOException {
        long seed = System.nanoTime();
        System.out.println("NativeHeaderTest seed " + seed);
        Random random = new Random(seed);
        byte[][] starts = {{0x7f, 'E', 'L', 'F'}, {'M', 'Z'}, {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe}};
        for (int i = 0; i < 300; i++) {
            byte[] file = new byte[random.nextInt(300)];
            random.nextBytes(file);
            byte[] start = starts[i % starts.length];
            System.arraycopy(start, 0, file, 0, Math.min(start.length, file.length));
            assertThat(of(file)).as("seed %d, round %d", seed, i).isNotNull();
        }
    }

    private Optional<NativeHeader> elf(int bits, String order, int machine) throws IOException {
        return of(elfBytes(bits, order, machine));
    }

    private static byte[] elfBytes(int bits, String order, int machine) {
        boolean big = order.equals("big");
        ByteBuffer file = ByteBuffer.allocate(64).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        file.put(0, (byte) 0x7f).put(1, (byte) 'E').put(2, (byte) 'L').put(3, (byte) 'F');
        file.put(4, (byte) bits).put(5, (byte) (big ? 2 : 1)).putShort(18, (short) machine);
        return file.array();
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
