package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** A jar of which a part cannot be unpacked. */
class DamagedJarTest extends TwoModules {
    @Test
    void whatIsDamagedInAJarIsSkippedAndTheRestRead() throws IOException {
        PathEntry good = module("acme.packed")
                .type("acme.packed.First", "void run() throws Exception { Class.forName(System.getenv(\"FIRST\")); }")
                .type("acme.packed.Second", "void run() throws Exception { Class.forName(System.getenv(\"SECOND\")); }")
                .jar(folder);
        Path damaged = damage(good.path(), "acme/packed/First.class");

        Evidence evidence = Evidence.of(ModuleIndex.of(List.of(new PathEntry(damaged, "test:packed:1", false))), jdk());

        assertThat(evidence.skipped())
                .singleElement()
                .asString()
                .startsWith("acme.packed.First of test:packed:1: the jar is damaged there (");
        assertThat(evidence.undecided())
                .singleElement()
                .satisfies(
                        undecided -> assertThat(undecided.place().className()).isEqualTo("acme.packed.Second"));
    }

    @Test
    void anEntryThatSaysItIsLargerThanCanBeIsSkipped() throws IOException {
        for (int size : List.of(-16, Integer.MAX_VALUE - 16)) {
            PathEntry good = module("acme.packed").type("acme.packed.First", "").jar(folder);
            byte[] bytes = Files.readAllBytes(good.path());
            // In the index, which comes last: 24 bytes after the head of an entry, the name 46 bytes after it.
            int index = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("acme/packed/First.class") - 46;
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(index + 24, size);
            Path damaged = Files.write(folder.resolve("large.jar"), bytes);

            Evidence evidence =
                    Evidence.of(ModuleIndex.of(List.of(new PathEntry(damaged, "test:packed:1", false))), jdk());

            assertThat(evidence.skipped())
                    .containsExactly(
                            "acme.packed.First of test:packed:1: the jar is damaged there (it says that it has "
                                    + Integer.toUnsignedString(size) + " bytes)");
        }
    }

    /** A copy in which the first bytes of an entry's content cannot be unpacked. */
    private Path damage(Path jar, String entry) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int header = text.indexOf(entry) - 30;
        int extra = (bytes[header + 28] & 0xFF) + (bytes[header + 29] & 0xFF) * 256;
        // A block of a kind that deflate does not have.
        bytes[header + 30 + entry.length() + extra] |= 0b110;
        return Files.write(folder.resolve("damaged.jar"), bytes);
    }
}
