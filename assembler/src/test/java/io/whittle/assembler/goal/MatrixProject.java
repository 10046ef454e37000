package io.whittle.assembler.goal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A catalogue in a folder, and matrices of it. */
final class MatrixProject {
    static final String CATALOG = """
            schema: 1
            name: acme
            base: {modules: [acme.core]}
            features:
              dns: {modules: [acme.dns], requires: [net]}
              net: {modules: [acme.net]}
              cache: {modules: [acme.cache], conflicts: [log]}
              log: {modules: [acme.log]}
              tray: {modules: [acme.tray], platforms: windows}
              note: {checks: [noted]}
            profiles:
              small: {include: [net], platforms: [linux/amd64, linux/arm64, linux/arm/v7]}
              noted: {include: [net, note], platforms: [linux/amd64]}
              large: {include: [dns, cache], platforms: [linux/amd64, windows/amd64]}
            checks:
              noted: {run: [app, note]}
            """;

    final Path catalog;
    final Path output;
    final Said said = new Said();
    private final Path dir;
    private List<String> profiles = List.of();
    private List<String> platforms = List.of();
    private List<String> rows = List.of("profiles");
    private OptionalInt maxRows = OptionalInt.empty();
    private boolean accept;
    private Optional<String> shard = Optional.empty();
    private Optional<MatrixRequest.Built> built = Optional.empty();
    private Optional<MatrixRequest.Github> github = Optional.empty();
    private Optional<Path> template = Optional.empty();
    private Optional<Path> templateOutput = Optional.empty();
    private boolean bound;

    MatrixProject(Path dir) throws IOException {
        this(dir, CATALOG);
    }

    MatrixProject(Path dir, String text) throws IOException {
        this.dir = dir;
        this.catalog = Files.writeString(dir.resolve("feature-tags.yaml"), text);
        this.output = dir.resolve("target/whittle");
    }

    /** A catalogue of so many profiles, no two of one image. */
    static String large(int profiles) {
        StringBuilder text = new StringBuilder("schema: 1\nfeatures:\n");
        for (int i = 0; i < profiles; i++) {
            text.append("  f").append(i).append(": {modules: [m.f").append(i).append("]}\n");
        }
        text.append("profiles:\n");
        for (int i = 0; i < profiles; i++) {
            text.append("  p").append(i).append(": {include: [f").append(i).append("], platforms: [linux/amd64]}\n");
        }
        return text.toString();
    }

    MatrixProject profiles(String... names) {
        profiles = List.of(names);
        return this;
    }

    MatrixProject platforms(String... names) {
        platforms = List.of(names);
        return this;
    }

    MatrixProject rows(String... kinds) {
        rows = List.of(kinds);
        return this;
    }

    MatrixProject maxRows(int most, boolean accepted) {
        maxRows = OptionalInt.of(most);
        accept = accepted;
        return this;
    }

    MatrixProject shard(String part) {
        shard = Optional.of(part);
        return this;
    }

    MatrixProject built(MatrixRequest.Built project) {
        built = Optional.of(project);
        return this;
    }

    MatrixProject bound() {
        bound = true;
        return this;
    }

    MatrixProject github(String name) {
        github = Optional.of(new MatrixRequest.Github(dir.resolve("outputs.txt"), name));
        return this;
    }

    MatrixProject template(Path file, Path to) {
        template = Optional.of(file);
        templateOutput = Optional.of(to);
        return this;
    }

    JsonNode run() throws Exception {
        MatrixGoal.run(
                new MatrixRequest(
                        catalog,
                        new MatrixScope(profiles, platforms, rows, maxRows, accept),
                        shard,
                        output,
                        built,
                        github,
                        template,
                        templateOutput,
                        List.of(),
                        bound),
                said);
        return JsonMapper.shared().readTree(document());
    }

    String document() throws IOException {
        return Files.readString(output.resolve("matrix.json"));
    }

    String outputs() throws IOException {
        return Files.readString(dir.resolve("outputs.txt"));
    }

    static List<String> values(JsonNode matrix, String key) {
        return matrix.get("cells")
                .valueStream()
                .map(cell -> cell.get(key).asString())
                .toList();
    }
}
