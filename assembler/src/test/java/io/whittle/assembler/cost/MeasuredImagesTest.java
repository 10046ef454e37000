package io.whittle.assembler.cost;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Which runs of checks tell what an image takes. */
class MeasuredImagesTest {
    private static final Platform PLATFORM = Platform.parse("linux/amd64");

    @TempDir
    private Path dir;

    @Test
    void ofTwoWithTheSameFeaturesTheFirstByItsNameCounts() throws IOException {
        for (String name : new String[] {"d", "b", "a", "c", "e"}) {
            image(name, 100 + name.charAt(0));
        }

        assertThat(MeasuredImages.in(dir, PLATFORM)
                        .of(Set.of("net"))
                        .orElseThrow()
                        .start())
                .hasValue(100 + 'a');
    }

    @Test
    void checksOfAnotherPlanDoNotCount() throws IOException {
        Path folder = image("a", 100);
        Files.writeString(folder.resolve("plan.json"), "{\"another\": true}");
        assertThat(MeasuredImages.in(dir, PLATFORM).bySet()).isEmpty();

        Files.delete(folder.resolve("plan.json"));
        assertThat(MeasuredImages.in(dir, PLATFORM).bySet()).isEmpty();
    }

    private Path image(String name, int millis) throws IOException {
        Path folder = Files.createDirectories(dir.resolve(name).resolve(PLATFORM.folder()));
        Path plan = Files.writeString(folder.resolve("plan.json"), "{\"profile\": \"" + name + "\"}");
        Files.writeString(
                folder.resolve("resolution.json"),
                "{\"schema\": 1, \"features\": [{\"feature\": \"net\", \"in\": true}, {\"feature\": \"dns\", \"in\": false}]}");
        Files.writeString(folder.resolve("checks.json"), """
                {"schema": 1, "plan": "%s", "checks": [{"outcome": "passed",
                  "measurements": [{"process": "start: app", "startMillis": %d, "peakKib": 7}]}]}
                """.formatted(ContentHash.of(plan), millis));
        return folder;
    }
}
