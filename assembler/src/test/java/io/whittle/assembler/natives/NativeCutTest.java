package io.whittle.assembler.natives;

import io.whittle.assembler.elf.FileBytes;
import io.whittle.assembler.testing.TestElf;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Which native files of a jar are an image's. */
class NativeCutTest {
    private final Map<String, byte[]> jar = new LinkedHashMap<>();

    @TempDir
    private Path dir;

    @Test
    void theHeaderTellsAndNotTheName() throws IOException {
        with("a/linux-x86-64/x.dll", elf("linux/arm64").needs("libc.so.6"));
        with("b/any.bin", elf("linux/amd64").needs("libc.so.6"));
        jar.put(
                "c/linux-x86-64/notes.so",
                "only text, however it is called; longer than any header is at its least"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(kept("linux/amd64")).isEqualTo("b/any.bin");
        assertThat(kept("linux/arm64")).isEqualTo("a/linux-x86-64/x.dll");
        assertThat(cut("linux/riscv64").cut()).hasSize(2);
    }

    @Test
    void whatAHeaderPointsAtIsNotBelieved() throws IOException {
        // Its table of segments is said to begin at 480 MiB, and the file ends after some bytes.
        byte[] file = elf("linux/amd64").needs("libc.so.6").bytes();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(32, 480L << 20);
        long before = allocated();
        NativeHeader.of(FileBytes.of(new ByteArrayInputStream(file))).orElseThrow();

        assertThat(allocated() - before).as("bytes taken for it").isLessThan(1 << 20);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64, x/linux/libx.so x/libx.so",
        "linux/amd64/musl, x/linux-musl/libx.so",
        "freebsd/amd64, x/FreeBSD/libx.so x/libx.so",
        "openbsd/amd64, x/libx.so",
    })
    void whatTheHeaderLeavesOpenThePathDecides(String platform, String expected) throws IOException {
        with("x/FreeBSD/libx.so", elf("linux/amd64"));
        with("x/libx.so", elf("linux/amd64").needs("libm.so.6"));
        with("x/linux-musl/libx.so", elf("linux/amd64").needs("libc.musl-x86_64.so.1"));
        with("x/linux/libx.so", elf("linux/amd64").needs("libc.so.6"));
        with("x/Android-x64/libx.so", elf("linux/amd64"));

        if (platform.endsWith("musl")) {
            assertThat(kept(platform)).isEqualTo("x/libx.so " + expected);
        } else {
            assertThat(kept(platform).split(" ")).containsExactlyInAnyOrder(expected.split(" "));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "linux/arm/v5, Linux/armel/libx.so",
        "linux/arm/v6, Linux/arm/libx.so Linux/armv6/libx.so",
        "linux/arm/v7, Linux/arm/libx.so Linux/armv6/libx.so Linux/armv7l/libx.so",
        "linux/arm, Linux/arm/libx.so Linux/armel/libx.so Linux/armv6/libx.so Linux/armv7l/libx.so",
        "linux/arm64, ''",
    })
    void anOlderVariantOfArmRunsOnANewerOne(String platform, String expected) throws IOException {
        with("Linux/arm/libx.so", elf("linux/arm").flags(0x400));
        with("Linux/armel/libx.so", elf("linux/arm").flags(0x200));
        with("Linux/armv6/libx.so", elf("linux/arm").flags(0x400));
        with("Linux/armv7l/libx.so", elf("linux/arm").flags(0x400));

        assertThat(kept(platform)).isEqualTo(expected);
    }

    @Test
    void onMuslWhatAsksForGlibcStaysWhereThereIsNothingElse() throws IOException {
        with("linux/liba.so", elf("linux/amd64").needs("libc.so.6"));
        with("linux/libb.so", elf("linux/amd64").needs("libc.so.6"));
        with("musl/libb.so", elf("linux/amd64").needs("libc.musl-x86_64.so.1"));

        assertThat(kept("linux/amd64/musl")).isEqualTo("linux/liba.so musl/libb.so");
        assertThat(kept("linux/amd64")).isEqualTo("linux/liba.so linux/libb.so");
    }

    @Test
    void aPathThatContradictsTheHeaderIsNotBelieved() throws IOException {
        with("com/acme/windows/libx.so", elf("linux/amd64").needs("libc.so.6"));

        assertThat(kept("linux/amd64")).isEqualTo("com/acme/windows/libx.so");
    }

    @Test
    void aJarOfHelpersForOtherSystemsHasNothingLeft() throws IOException {
        with("x/FreeBSD/libx.so", elf("linux/amd64").osAbi(9));
        NativeCut cut = cut("linux/amd64");

        assertThat(cut.nothingLeft()).isTrue();
        assertThat(cut.platformsCut()).containsExactly("freebsd/amd64");
        assertThat(cut.bytesCut()).isEqualTo(jar.get("x/FreeBSD/libx.so").length);
        jar.clear();
        assertThat(cut("linux/amd64").nothingLeft()).as("a jar without natives").isFalse();
    }

    private static TestElf elf(String platform) {
        return TestElf.of(Platform.parse(platform));
    }

    private void with(String name, TestElf elf) {
        jar.put(name, elf.bytes());
    }

    private String kept(String platform) throws IOException {
        return cut(platform).kept().stream().map(NativeEntry::name).collect(Collectors.joining(" "));
    }

    private NativeCut cut(String platform) throws IOException {
        Path file = dir.resolve("natives.jar");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : jar.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
            zip.putNextEntry(new ZipEntry("x/Some.class"));
            zip.write(new byte[100]);
        }
        return NativeCut.to(Platform.parse(platform), JarNatives.of(file));
    }
}
