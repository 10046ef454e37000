package io.whittle.assembler.elf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What is read out of dynamic sections. */
class ElfNeedsTest {
    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource({"64, false, 62", "64, true, 22", "32, false, 40", "32, true, 8"})
    void readsBothWidthsAndBothOrders(int bits, boolean big, int machine) throws IOException {
        Path file = new ElfWith(bits, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, machine)
                .needing("libjli.so", "libc.so.6")
                .soname("libown.so.1")
                .rpath("$ORIGIN:$ORIGIN/../lib")
                .runpath("/opt/lib")
                .loader("/lib/ld.so.1")
                .at(dir.resolve("file"));

        ElfNeeds needs = ElfNeeds.of(file).orElseThrow();

        assertThat(needs.kind()).isEqualTo(new ElfNeeds.Kind(bits == 64, big, machine));
        assertThat(needs.needed()).containsExactly("libjli.so", "libc.so.6");
        assertThat(needs.soname()).contains("libown.so.1");
        assertThat(needs.rpath()).containsExactly("$ORIGIN", "$ORIGIN/../lib");
        assertThat(needs.runpath()).containsExactly("/opt/lib");
        assertThat(needs.interpreter()).contains("/lib/ld.so.1");
    }

    @Test
    void whatPointsOutsideIsNotThere() throws IOException {
        Path file = ElfWith.needs("libc.so.6")
                .raw(1, Long.MAX_VALUE)
                .raw(1, -1)
                .raw(1, 1 << 30)
                .at(dir.resolve("file"));

        assertThat(ElfNeeds.of(file).orElseThrow().needed()).containsExactly("libc.so.6");
    }

    @Test
    void whatIsNoElfFileNeedsNothing() throws IOException {
        assertThat(ElfNeeds.of(Files.writeString(dir.resolve("script"), "#!/bin/sh\n".repeat(20))))
                .isEmpty();
        assertThat(ElfNeeds.of(Files.write(dir.resolve("short"), new byte[] {0x7f, 'E', 'L', 'F'})))
                .isEmpty();
    }

    @Test
    void noDamageEndsInAnythingButAnAnswer() throws IOException {
        byte[] right = ElfWith.needs("libc.so.6").loader("/lib/ld.so").bytes();
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] wrong = right.clone();
            for (int j = 0; j < 4; j++) {
                wrong[4 + random.nextInt(wrong.length - 4)] = (byte) random.nextInt();
            }
            Path file = Files.write(dir.resolve("damaged"), wrong);
            assertThatCode(() -> ElfNeeds.of(file)).as("seed " + seed).doesNotThrowAnyException();
        }
    }
}
