package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.cells.ResolutionContent;
import io.whittle.graph.explain.ResolutionJson;
import io.whittle.graph.interchange.CatalogHash;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A catalogue, and tiny documents of its images as other machines would have written them. */
final class ReportProject {
    static final String CATALOG = """
            schema: 1
            name: acme
            base: {modules: [acme.core]}
            features:
              dns:
                summary: Answers names
                modules: [acme.dns]
                requires: [net, {feature: log, when: windows}]
                checks: [resolves]
              net: {modules: [acme.net], internal: true}
              log: {modules: [acme.log], conflicts: [quiet]}
              quiet: {needs: [output]}
            capabilities:
              output: {providers: [log, net], exclusive: true}
            profiles:
              small: {include: [log], platforms: [linux/amd64, linux/arm64], budgets: {image: 32 MB, memory: 64 MiB}}
              large: {include: [dns], platforms: [linux/amd64]}
            checks:
              starts: {run: [app, --version]}
              resolves: {run: [app, resolve, example.org]}
            """;

    final Path dir;
    final Path catalog;
    final Path results;
    final Path output;
    final Said said = new Said();
    List<String> lines = List.of("resolve", "audit", "check");
    List<String> profiles = List.of();
    List<String> platforms = List.of();
    List<String> rows = List.of("profiles");
    Optional<Path> matrix = Optional.empty();
    Optional<Path> summary = Optional.empty();

    ReportProject(Path dir) throws IOException {
        this.dir = dir;
        this.catalog = Files.writeString(dir.resolve("feature-tags.yaml"), CATALOG);
        this.results = Files.createDirectories(dir.resolve("results"));
        this.output = dir.resolve("target/whittle");
    }

    /** All cells, green, each as its own runner would have passed it on, and the audit of another. */
    ReportProject green() throws Exception {
        cell("results/cell-1", "small", "linux/amd64", passed("starts"));
        cell("results/cell-2/project/target/whittle/small/linux-arm64", "small", "linux/arm64", passed("starts"));
        cell("results/cell-3/large/linux-amd64", "large", "linux/amd64", passed("starts"), passed("resolves"));
        audit("results/audit", "");
        return this;
    }

    /** The documents of one image. */
    Path cell(String folder, String profile, String platform, String... checks) throws Exception {
        Path cell = Files.createDirectories(dir.resolve(folder));
        FeatureCatalog read = CatalogReader.read(catalog).catalog();
        Resolution resolution = Resolver.resolve(read, new Request(profile, Platform.parse(platform)));
        Files.writeString(cell.resolve("resolution.json"), ResolutionJson.write(resolution));
        Files.writeString(cell.resolve("plan.json"), plan(profile, platform));
        Files.writeString(cell.resolve("cell.json"), """
                {"schema": 1, "profile": "%s", "platform": "%s", "resolution": "%s", "plan": "0123456789ab"}
                """.formatted(
                        profile, platform, ResolutionContent.of(resolution).id()));
        checks(cell, profile, platform, ContentHash.of(cell.resolve("plan.json")), checks);
        return cell;
    }

    static void checks(Path cell, String profile, String platform, String plan, String... checks) throws IOException {
        Files.writeString(
                cell.resolve("checks.json"), """
                {"schema": 1, "profile": "%s", "platform": "%s", "plan": "%s", "passed": true, "measured": true,
                 "checks": [%s], "withoutCheck": ["net"], "onlyInapplicable": []}
                """.formatted(profile, platform, plan, String.join(",\n", checks)));
    }

    static String plan(String profile, String platform) {
        return """
                {"schema": 1, "profile": "%s", "platform": "%s",
                 "jdk": {"version": "17.0.15", "featureVersion": 17},
                 "modules": [
                  {"name": "acme.core", "from": "com.acme:core:1", "owner": "base"},
                  {"name": "java.base", "from": "jdk", "requiredBy": "acme.core"}],
                 "classpath": [{"artifact": "org.ex:lib", "from": "org.ex:lib:2", "file": "lib/classpath/lib.jar",
                   "owner": "feature log", "changes": [{"kind": "signature-dropped", "detail": "its signature"}]}],
                 "settings": {"strip": [], "locales": [], "features": {"file": "conf/features.properties", "in": ["log"], "out": []}},
                 "notes": ["a note"]}
                """.formatted(profile, platform);
    }

    static String passed(String name) {
        return """
                {"name": "%s", "proves": [], "asked": "%s", "outcome": "passed", "attempts": 1, "flaky": false, "before": [], "millis": 250,
                 "leftovers": 0, "measurements": [{"process": "start: app", "startMillis": 40, "peakKib": 900},
                 {"process": "step 1: app", "startMillis": 3000, "peakKib": 1200}], "folder": "%s"}""".formatted(name, asked(name), name);
    }

    private static String asked(String check) {
        return CatalogHash.of(read(CATALOG).checks().get(check));
    }

    private static FeatureCatalog read(String text) {
        try {
            return CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog();
        } catch (CatalogException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String failed(String name) {
        return """
                {"name": "%s", "proves": ["dns"], "asked": "%s", "outcome": "failed", "attempts": 1, "millis": 1500, "leftovers": 0,
                 "measurements": [], "folder": "%s", "faults": [{"at": "step 1: app resolve", "expected": "exit 0",
                 "got": "exit 3", "logs": [{"file": "%s/1.err.txt", "lines": ["no <route> | to host"], "dropped": 7}],
                 "again": ["bin/app resolve example.org"]}]}""".formatted(name, asked(name), name, name);
    }

    /** An audit of all images. */
    void audit(String folder, String findings) throws IOException {
        Files.writeString(Files.createDirectories(dir.resolve(folder)).resolve("audit.json"), """
                {"schema": 1, "catalog": {"file": "feature-tags.yaml", "declarations": "%s"},
                 "images": {"small": ["linux/amd64", "linux/arm64"], "large": ["linux/amd64"]},
                 "findings": [%s], "accepted": [], "stale": [], "unread": [], "skipped": []}
                """.formatted(
                        CatalogHash.ofDeclarations(read(Files.readString(catalog))), findings));
    }

    static String finding(String bites) {
        return """
                {"code": "undeclared-requirement", "severity": "error", "feature": "dns", "target": "log", "grade": "bytecode",
                 "places": [{"module": "acme.dns", "class": "acme.dns.Main", "member": "run", "file": "Main.java", "line": 12}],
                 "more": 0, "chain": [], "bites": %s, "at": {"line": 5, "column": 3},
                 "text": "dns uses log, and nothing brings it in", "mend": "write it under requires of dns",
                 "edit": {"feature": "dns", "list": "requires", "entry": "log"}}""".formatted(bites);
    }

    /** Reports on the results. */
    JsonNode report() throws Exception {
        run(List.of(results));
        return read();
    }

    void run(List<Path> folders) throws Exception {
        ReportGoal.run(
                new ReportRequest(
                        catalog,
                        List.of(output),
                        folders,
                        matrix,
                        new MatrixScope(profiles, platforms, rows, OptionalInt.empty(), false),
                        List.of(),
                        dir.resolve("whittle.lock"),
                        "1",
                        lines,
                        output,
                        "1.0",
                        summary),
                said);
    }

    /** What stands against a report that is not green. */
    String red() {
        return red(List.of(results));
    }

    String red(List<Path> folders) {
        return String.join(
                "\n",
                catchThrowableOfType(GoalException.class, () -> run(folders)).faults());
    }

    /** How the lines of defence of an image are. */
    static List<String> states(JsonNode report, int image) {
        return report.at("/images/" + image + "/lines").findValuesAsString("state");
    }

    JsonNode read() throws IOException {
        return JsonMapper.shared().readTree(text("report.json"));
    }

    String text(String file) throws IOException {
        return Files.readString(output.resolve("report").resolve(file));
    }
}
