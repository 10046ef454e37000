package io.whittle.assembler.lock;

import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/lock.md shows is what is written and printed. */
class LockDocumentTest {
    private static final String RAISED = "0d1c2b3a4f5e6d7c8b9a0f1e2d3c4b5a6f7e8d9c0b1a2f3e4d5c6b7a8f9e0d1c";

    @TempDir
    private Path dir;

    @Test
    void theExamplesAreReal() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "lock.md"));
        String document = page.split("```json\n")[1].split("```")[0];
        Path file = Files.writeString(dir.resolve("whittle.lock"), document);

        Lock lock = LockReader.read(file).orElseThrow();
        assertThat(LockJson.bytes(lock)).asString().isEqualTo(document);

        LockEntry accepted = lock.find("small", Platform.parse("linux/amd64")).orElseThrow();
        TreeMap<String, LockedOrigin> modules =
                new TreeMap<>(accepted.contents().modules());
        modules.put("java.naming", new LockedOrigin.OfJdk());
        modules.put("com.acme.lookup", new LockedOrigin.OfDependency("com.acme:lookup:3.6.3", RAISED));
        LockContents now = new LockContents(
                accepted.contents().jdk(),
                accepted.contents().options(),
                accepted.contents().features(),
                modules,
                accepted.contents().artifacts());
        assertThat(page).contains(shown(EntryDiff.ofContents(Optional.of(accepted), now)));
        assertThat(page)
                .contains(shown(EntryDiff.ofSize(accepted.imageBytes(), 39_845_888, new Tolerance(BigDecimal.ONE))));
    }

    private static String shown(List<String> lines) {
        return "    " + String.join("\n    ", lines) + "\n";
    }
}
