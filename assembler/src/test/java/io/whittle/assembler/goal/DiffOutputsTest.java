package io.whittle.assembler.goal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.fresh.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What builds have left, and accepted states, held against each other. */
class DiffOutputsTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String OTHER = "fedcba9876543210".repeat(4);

    @TempDir
    private Path dir;

    private Path former;
    private Path later;
    private final Said said = new Said();

    @BeforeEach
    void outputs() throws IOException {
        former = dir.resolve("former");
        later = dir.resolve("target/whittle");
        image(former, "small", "com.acme:net:1.0", HASH, 1_000_000, 40_000_000, "logs");
        image(later, "small", "com.acme:net:1.1", OTHER, 1_500_000, 41_000_000, "dns");
    }

    @Test
    void imagesAreComparedByEverythingThatTheirDocumentsTell() throws Exception {
        Files.writeString(former.resolve("audit.json"), audit("undeclared-requirement", "dns"));
        Files.writeString(later.resolve("audit.json"), audit("unused-requirement", "logs"));
        diff(former, Optional.empty());

        assertThat(lines())
                .contains(
                        "small on linux/amd64: in: dns; out: logs; modules: 2 changed; budget image exceeded; 38.1 MiB -> 39.1"
                                + " MiB (+977 KiB)",
                        "+ dns: in since (was out: out since)",
                        "! module lib.net: com.acme:net:1.0 -> com.acme:net:1.1",
                        "! module of the same version with other bytes: acme.app",
                        "! cost of net: 977 KiB -> 1.4 MiB (+488 KiB)",
                        "! budget image: 38.6 MiB, measured 38.1 MiB -> 38.6 MiB, measured 39.1 MiB: exceeded",
                        "+ unused-requirement: logs and netstack (error: it is so)",
                        "- undeclared-requirement: dns and netstack (error: it is so)");
        isValid();
    }

    @Test
    void anImageThatStandsTellsItsOwnSize() throws Exception {
        Path lib = Files.createDirectories(later.resolve("small/linux-amd64/image/lib"));
        Files.write(lib.resolve("libjvm.so"), new byte[1_000_000]);
        // A link is read, and takes nothing.
        Files.createSymbolicLink(lib.resolve("modules"), Path.of(System.getProperty("java.home"), "lib/modules"));
        diff(former, Optional.empty());

        assertThat(lines()).anyMatch(line -> line.contains("38.1 MiB -> 977 KiB ("));
    }

    @Test
    void whatWasReckonedForAnotherPlanTellsNothingOfAnImage() throws Exception {
        Path plan = former.resolve("small/linux-amd64/plan.json");
        Files.writeString(plan, Files.readString(plan).replace("17.0.15", "17.0.14"));
        diff(former, Optional.empty());

        assertThat(lines())
                .noneMatch(line -> line.startsWith("! cost of net"))
                .noneMatch(line -> line.startsWith("small on ") && line.contains(" MiB"));
    }

    @Test
    void twoImagesAreComparedWhateverTheirNames() throws Exception {
        image(later, "large", "com.acme:net:1.0", HASH, 1_000_000, 60_000_000, "dns");
        diff(later.resolve("small/linux-amd64"), Optional.of(later.resolve("large/linux-amd64")));

        assertThat(lines()).anyMatch(line -> line.startsWith("small on linux/amd64 -> large on linux/amd64: "));
        assertThat(later.resolve("diff.json")).content().contains("\"former\" : {");
        isValid();
    }

    @Test
    void anImageIsComparedWithTheProjectsOwnOfItsName() throws Exception {
        diff(former.resolve("small/linux-amd64"), Optional.empty());
        assertThat(lines()).anyMatch(line -> line.startsWith("small on linux/amd64: in: dns; out: logs"));
    }

    @Test
    void aLockKnowsNoBytesOfTheProjectsOwnAndIsNotHeldAgainstThem() throws Exception {
        Path lock = Files.writeString(dir.resolve("accepted.lock"), """
                {"schema": 2, "profiles": {"small": {"linux/amd64": {
                  "jdk": {"version": "17.0.15"}, "options": {"compress": "zip-6", "features": "conf/features.properties"},
                  "features": {"net": "asked-for", "dns": "required"},
                  "modules": {"java.base": {"from": "jdk"}, "acme.app": {"from": "project"},
                    "lib.net": {"from": "dependency", "artifact": "com.acme:net:1.1", "sha256": "%s"}},
                  "artifacts": {}, "imageBytes": 41000000}}, "field": {"linux/amd64": {
                  "jdk": {"version": "17.0.15"}, "options": {}, "features": {}, "modules": {}, "artifacts": {}, "imageBytes": 7}}}}
                """.formatted(OTHER));
        diff(lock, Optional.of(later));

        assertThat(said.lines.get(0)).endsWith(": no difference");
        assertThat(lines()).anyMatch(line -> line.startsWith("not compared: field on linux/amd64: output "));
        isValid();
    }

    @Test
    void aCatalogueIsHeldAgainstWhatWasBuilt() throws Exception {
        Path catalog = Files.writeString(dir.resolve("feature-tags.yaml"), """
                schema: 1
                features: {dns: {}, net: {}, logs: {}}
                profiles: {small: {include: [net, logs]}}
                """);
        diff(catalog, Optional.of(later));
        assertThat(lines())
                .contains("small on linux/amd64: in: dns; out: logs", "+ dns: in since (was out: not asked for)");
    }

    @Test
    void aFindingOfSeveralFeaturesIsOneOfEachWhicheverItWasToldOf() throws Exception {
        Files.writeString(
                former.resolve("audit.json"),
                audit("missing-jdk-module", "dns")
                        .replace("\"target\"", "\"also\": [{\"feature\": \"logs\"}], \"target\""));
        Files.writeString(later.resolve("audit.json"), audit("missing-jdk-module", "logs"));
        diff(former, Optional.empty());

        assertThat(lines())
                .contains("- missing-jdk-module: dns and netstack (error: it is so)")
                .noneMatch(line -> line.contains("missing-jdk-module: logs"));
    }

    @Test
    void whatSharesNothingIsNotCompared() throws Exception {
        Path catalog =
                Files.writeString(dir.resolve("feature-tags.yaml"), "schema: 1\nprofiles: {odd: {include: []}}\n");
        assertThat(catchThrowableOfType(GoalException.class, () -> diff(catalog, Optional.of(later))))
                .hasMessageContaining("There is nothing to compare")
                .hasMessageContaining("has odd on ")
                .hasMessageContaining("has small on linux/amd64");
    }

    @Test
    void aBrokenDocumentIsToldByName() throws Exception {
        Path plan = Files.writeString(former.resolve("small/linux-amd64/plan.json"), "{\"jdk\": ");
        assertThat(catchThrowableOfType(GoalException.class, () -> diff(former, Optional.empty())))
                .hasMessageContaining(plan + " is damaged: ")
                .hasMessageContaining("\n  Delete it and run the goal again that wrote it");
        assertThat(later.resolve("diff.json")).doesNotExist();
    }

    private void diff(Path from, Optional<Path> to) throws Exception {
        DiffGoal.run(
                new DiffRequest(
                        Optional.of(from),
                        to,
                        Optional.empty(),
                        dir.resolve("whittle.lock"),
                        List.of(dir.resolve("absent"), later),
                        List.of(),
                        List.of(),
                        later),
                said);
    }

    private List<String> lines() {
        return said.lines.stream().map(String::strip).toList();
    }

    private void isValid() throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("..", "docs", "diff.schema.json")))
                        .validate(Files.readString(later.resolve("diff.json")), InputFormat.JSON))
                .isEmpty();
    }

    private static void image(
            Path output, String profile, String net, String hash, long cost, long bytes, String featureIn)
            throws IOException {
        Path folder = Files.createDirectories(output.resolve(profile + "/linux-amd64"));
        Files.writeString(folder.resolve("resolution.json"), """
                {"schema": 1, "profile": "%s", "platform": "linux/amd64", "features": [
                  {"feature": "net", "in": true, "reason": {"kind": "asked-for", "text": "asked for"}},
                  {"feature": "dns", "in": %s, "reason": {"kind": "required", "text": "%s since"}},
                  {"feature": "logs", "in": %s, "reason": {"kind": "required", "text": "%s since"}}]}
                """.formatted(
                        profile,
                        featureIn.equals("dns"),
                        featureIn.equals("dns") ? "in" : "out",
                        featureIn.equals("logs"),
                        featureIn.equals("logs") ? "in" : "out"));
        Files.writeString(folder.resolve("plan.json"), """
                {"schema": 1, "jdk": {"version": "17.0.15"}, "classpath": [],
                 "settings": {"compress": "zip-6", "strip": [], "locales": [], "features": {"file": "conf/features.properties"}},
                 "modules": [{"name": "java.base", "from": "jdk"}, {"name": "acme.app", "from": "com.acme:app:1.0", "sha256": "%s"},
                   {"name": "lib.net", "from": "%s", "sha256": "%s"}]}
                """.formatted(hash, net, hash));
        Files.writeString(
                folder.resolve("cost.json"), """
                {"schema": 1, "plan": "%s", "image": {"bytes": %d}, "features": [{"feature": "net", "in": true, "remove": {"bytes": 1}, "alone": {"bytes": %d}}]}
                """.formatted(ContentHash.of(folder.resolve("plan.json")), bytes, cost));
        Files.writeString(folder.resolve("budgets.json"), """
                {"schema": 1, "budgets": [{"budget": "image", "unit": "B", "limit": 40500000, "measured": %d}]}
                """.formatted(bytes));
    }

    private static String audit(String code, String feature) {
        return """
                {"schema": 1, "findings": [{"code": "%s", "severity": "error", "feature": "%s", "target": "netstack", "text": "it is so"}],
                 "accepted": []}
                """.formatted(code, feature);
    }
}
