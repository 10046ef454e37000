package io.whittle.assembler.goal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.OutpostModules;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What Outpost's features cost, by its own catalogue: told from weights, and from images that are linked. */
@EnabledOnOs(OS.LINUX)
class OutpostCostTest {
    private static final Path SCHEMA = Path.of("..", "docs", "cost.schema.json");

    /** By how many bytes an estimate may be wrong, or else by a hundredth of what the feature costs. */
    private static final long FEW_ON_DISK = 3 << 10;

    /** Of an archive nothing is the sum of its parts: of dns a ninetieth was missed on JDK 17. */
    private static final long FEW_TO_TRANSFER = 6 << 10;

    /** The largest, the one with most libraries, and the longest chain; others are drawn. */
    private static final List<String> ALWAYS = List.of("desktop", "dns", "localapi");

    @TempDir
    private Path dir;

    /** One story, since each image takes seconds. With {@code -Dfeatures=99} every feature is linked. */
    @Test
    void whatIsEstimatedIsWhatIsLinked() throws Exception {
        List<PathEntry> path = outpost();
        CostGoal.run(new CostRequest(link(path), List.of(), Optional.empty(), false), new Said());
        Map<String, JsonNode> estimated = changes(document());
        assertThat(estimated).hasSizeGreaterThan(20);
        assertThat(names(document().at("/modules"), "/module")).startsWith("java.base");

        Said said = new Said();
        List<String> drawn = drawn(estimated.keySet());
        CostGoal.run(new CostRequest(link(path), drawn, Optional.empty(), true), said);
        JsonNode exact = document();
        // What was weighed is not weighed again.
        assertThat(said.lines)
                .noneMatch(line -> line.startsWith("weighing"))
                .anyMatch(line -> line.contains("desktop"));
        isClose(exact.at("/image"), "/bytes", 0, 100, "image");
        isClose(exact.at("/image"), "/archive", 0, 100, "image");
        Map<String, JsonNode> changes = changes(exact);
        assertThat(changes).containsOnlyKeys(drawn);
        changes.forEach((feature, change) -> {
            isClose(change, "/bytes", FEW_ON_DISK, 100, feature);
            isClose(change, "/archive", FEW_TO_TRANSFER, 60, feature);
            assertThat(change.at("/estimated/bytes").longValue())
                    .as(feature)
                    .isEqualTo(estimated.get(feature).at("/bytes").longValue());
        });
        assertThat(byCost(changes, "/estimated/bytes")).isEqualTo(byCost(changes, "/bytes"));

        assertThat(names(changes.get("localapi").at("/with"), ""))
                .containsExactly("cli", "ipnbus", "unixsocketidentity");
        assertThat(names(changes.get("localapi").at("/jars"), ""))
                .singleElement()
                .asString()
                .contains("picocli");
        assertThat(names(changes.get("desktop").at("/jdkModules"), "")).contains("java.desktop", "java.xml");
        assertThat(changes.get("desktop").at("/note").asString()).isEqualTo("the profile forbids java.desktop");
        assertThat(changes.get("desktop").has("memory")).isFalse();
    }

    private static void isClose(JsonNode told, String pointer, long few, long part, String name) {
        long exact = told.at(pointer).longValue();
        assertThat(told.at("/estimated" + pointer).longValue())
                .as(name + pointer)
                .isCloseTo(exact, within(Math.max(few, Math.abs(exact) / part)));
    }

    private static List<String> drawn(Collection<String> features) {
        long seed = Long.getLong("seed", System.nanoTime());
        List<String> others = new ArrayList<>(features);
        others.removeAll(ALWAYS);
        Collections.shuffle(others, new Random(seed));
        List<String> drawn = Stream.concat(ALWAYS.stream(), others.stream().limit(Integer.getInteger("features", 4)))
                .toList();
        System.out.println("OutpostCostTest seed " + seed + ": " + String.join(", ", drawn));
        return drawn;
    }

    private static List<String> byCost(Map<String, JsonNode> changes, String pointer) {
        return changes.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((one, other) -> Long.compare(
                        other.at(pointer).longValue(), one.at(pointer).longValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, JsonNode> changes(JsonNode document) {
        return document.at("/features")
                .valueStream()
                .filter(feature -> !feature.has("refused"))
                .collect(Collectors.toMap(
                        feature -> feature.at("/feature").asString(),
                        feature -> feature.at("/in").asBoolean() ? feature.at("/remove") : feature.at("/add"),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static List<String> names(JsonNode array, String pointer) {
        return array.valueStream().map(entry -> entry.at(pointer).asString()).toList();
    }

    private JsonNode document() throws IOException {
        String text = Files.readString(dir.resolve("target/whittle/minimal")
                .resolve(Platform.parse(Project.host()).folder())
                .resolve("cost.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
                        .validate(text, InputFormat.JSON))
                .isEmpty();
        return JsonMapper.shared().readTree(text);
    }

    private LinkRequest link(List<PathEntry> path) throws IOException {
        LinkRequest request = new LinkRequest(
                "test:outpost",
                OutpostModules.ROOT.resolve("feature-tags.yaml"),
                List.of("minimal"),
                List.of(Project.host()),
                path,
                JarEdges.UNKNOWN,
                JdkAt.folder(TestJdk.home()),
                dir.resolve("target/whittle"),
                false,
                Project.lockUse(),
                "test:whittle:1",
                List.of());
        return LinkRequests.done(request, new Linking(Runtime.getRuntime().availableProcessors(), Optional.empty()));
    }

    private List<PathEntry> outpost() throws IOException {
        List<PathEntry> modules = OutpostModules.compile(dir.resolve("classes"));
        Files.writeString(dir.resolve("classes/outpost.core/outpost/core/version.properties"), "version=1.0\n");
        return modules;
    }
}
