package io.whittle.assembler.cost;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Which runs of checks tell what an image takes. */
class MeasuredImagesTest {
    private static final Platform PLATFORM = Platform.parse("linux/amd64");
    private static final String PLAN =
            "{\"schema\": 1, \"profile\": \"%s\", \"settings\": {%s}, \"launchers\": [{\"name\": \"app\", \"jvm\": [\"%s\"]}]}";
    private static final String PLAIN = PLAN.formatted("", "", "-Xint");

    @TempDir
    private Path dir;

    @Test
    void ofTwoWithTheSameFeaturesTheFirstByItsNameCounts() throws IOException {
        for (String name : new String[] {"d", "b", "a", "c", "e"}) {
            image(name, 100 + name.charAt(0));
        }

        assertThat(start("", PLAIN)).hasValue(100 + 'a');
        assertThat(start("c", PLAIN)).as("its own comes first").hasValue(100 + 'c');
    }

    @Test
    void imagesThatAreMadeOtherwiseDoNotCount() throws IOException {
        String fast = PLAN.formatted("a", "\"cds\": \"app\"", "-Xint");
        image("a", 100, fast);
        assertThat(start("a", PLAIN)).isEmpty();
        assertThat(start("a", fast)).hasValue(100);
        image("b", 200, PLAN.formatted("b", "\"features\": {\"file\": \"f\", \"in\": [\"net\"]}", "-Xint"));
        assertThat(start("a", PLAN.formatted("", "\"features\": {\"file\": \"f\", \"in\": []}", "-Xint")))
                .as("the file that tells features is another in any case")
                .hasValue(200);
        assertThat(start("a", PLAN.formatted("", "", "-Xcomp"))).isEmpty();
        assertThat(start("a", "{\"settings\": {}, \"launchers\": [{\"name\": \"other\", \"jvm\": []}]}"))
                .as("a launcher goes with its feature")
                .hasValue(200);
    }

    private OptionalLong start(String name, String plan) throws IOException {
        return MeasuredImages.in(dir, PLATFORM)
                .of(Set.of("net"), name, ImageMaking.of(JsonMapper.shared().readTree(plan)))
                .map(Footprint::start)
                .orElse(OptionalLong.empty());
    }

    @Test
    void checksOfAnotherPlanDoNotCount() throws IOException {
        Path folder = image("a", 100);
        Files.writeString(folder.resolve("plan.json"), "{\"another\": true}");
        assertThat(MeasuredImages.in(dir, PLATFORM).images()).isEmpty();

        Files.delete(folder.resolve("plan.json"));
        assertThat(MeasuredImages.in(dir, PLATFORM).images()).isEmpty();
    }

    private Path image(String name, int millis) throws IOException {
        return image(name, millis, PLAN.formatted(name, "", "-Xint"));
    }

    private Path image(String name, int millis, String text) throws IOException {
        Path folder = Files.createDirectories(dir.resolve(name).resolve(PLATFORM.folder()));
        Path plan = Files.writeString(folder.resolve("plan.json"), text);
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
