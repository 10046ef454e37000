package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A project on disk whose images are bisected. */
final class BisectProject {
    final Path catalog;
    final Path output;
    private final Path tool;
    private final List<PathEntry> path;

    BisectProject(Path folder, String catalog, List<PathEntry> path) throws IOException {
        this.catalog = Files.writeString(folder.resolve("feature-tags.yaml"), catalog);
        this.tool = Files.writeString(folder.resolve("tool.jar"), "version 1");
        this.output = folder.resolve("target/whittle");
        this.path = path;
    }

    /** Looks for what a profile's image lacks, among everything. */
    JsonNode bisect(String check, String profile, boolean fix, Said said) throws Exception {
        BisectGoal.run(request(check, profile, fix), said);
        return document(check, profile);
    }

    BisectRequest request(String check, String profile, boolean fix) {
        return new BisectRequest(
                checking(List.of(check), profile), "full", "both", Optional.empty(), fix, Optional.empty());
    }

    ImageCheckRequest checking(List<String> checks, String profile) {
        LinkRequest link = new LinkRequest(
                "test:project",
                catalog,
                List.of(profile),
                List.of(Project.host()),
                path,
                JarEdges.UNKNOWN,
                JdkAt.folder(TestJdk.home()),
                output,
                false,
                Project.lockUse(),
                "test:whittle:1",
                List.of(tool));
        return new ImageCheckRequest(link, checks, List.of(), 1);
    }

    /** The document of the last search. */
    JsonNode document(String check, String profile) throws IOException {
        Path folder = output.resolve(profile)
                .resolve(Platform.parse(Project.host()).folder())
                .resolve("bisect")
                .resolve(check);
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("bisect.json")));
    }

    static List<String> names(JsonNode parts) {
        return parts.valueStream().map(part -> part.get("name").asString()).toList();
    }
}
