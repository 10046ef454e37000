package io.whittle.assembler.report;

import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.report.ImageCheck.Fault;
import io.whittle.assembler.report.ImageCheck.Log;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What was asked of an image, from checks.json and, of checks that passed, from the logs beside it. */
final class ImageChecks {
    private static final int MOST_LINES = 20;
    private static final int MOST_BYTES = 8 << 10;
    private static final int MOST_FILES = 8;

    private final ImageDocuments documents;

    ImageChecks(ImageDocuments documents) {
        this.documents = documents;
    }

    /** The hashes of what checks asked, by their names; of those that say none, empty ones. */
    Map<String, String> asked() {
        Map<String, String> asked = new HashMap<>();
        Json.entries(documents.tree(DocumentFolder.CHECKS), "checks")
                .forEach(entry -> asked.put(Json.text(entry, "name"), Json.text(entry, "asked")));
        return asked;
    }

    List<ImageCheck> all() throws IOException {
        List<ImageCheck> checks = new ArrayList<>();
        for (JsonNode entry : Json.entries(documents.tree(DocumentFolder.CHECKS), "checks")) {
            checks.add(check(entry));
        }
        return checks;
    }

    private ImageCheck check(JsonNode entry) throws IOException {
        boolean flaky = entry.path("flaky").asBoolean(false);
        List<JsonNode> faults = Json.entries(entry, flaky ? "before" : "faults");
        List<Log> logs = faults.stream()
                .flatMap(fault -> Json.entries(fault, "logs").stream())
                .map(log -> new Log(
                        Json.text(log, "file"),
                        Json.texts(log, "lines"),
                        Json.number(log, "dropped").orElse(0)))
                .toList();
        return new ImageCheck(
                Json.text(entry, "name"),
                Json.optional(entry, "summary"),
                Json.text(entry, "outcome"),
                flaky,
                Json.number(entry, "millis").orElse(0) / 1e3,
                says(entry, flaky, faults),
                Json.texts(entry, "proves"),
                faults.stream()
                        .map(fault -> new Fault(
                                Json.text(fault, "at"),
                                Json.text(fault, "expected"),
                                Json.text(fault, "got"),
                                Json.texts(fault, "again")))
                        .toList(),
                logs.isEmpty() ? lyingBeside(Json.text(entry, "folder")) : logs,
                most(started(entry), "startMillis"),
                most(Json.entries(entry, "measurements"), "peakKib"));
    }

    private static String says(JsonNode entry, boolean flaky, List<JsonNode> faults) {
        return switch (Json.text(entry, "outcome")) {
            case "passed" ->
                flaky ? "passed at attempt " + entry.path("attempts").asInt(2) : "passed";
            case "not-applicable" -> String.join("; ", Json.texts(entry, "reasons"));
            case "not-run" -> Json.text(entry, "reason");
            case "failed" ->
                faults.stream()
                        .findFirst()
                        .map(fault -> Json.text(fault, "at") + ": expected " + Json.text(fault, "expected") + ", got "
                                + Json.text(fault, "got"))
                        .orElse("failed");
            default -> "came to '" + Json.text(entry, "outcome") + "', which is no outcome that is known";
        };
    }

    /** Services, where there are some: a command that asks one may wait for other things than its own start. */
    private static List<JsonNode> started(JsonNode entry) {
        List<JsonNode> all = Json.entries(entry, "measurements");
        List<JsonNode> services = all.stream()
                .filter(measured -> Json.text(measured, "process").startsWith("start: "))
                .toList();
        return services.isEmpty() ? all : services;
    }

    private static OptionalLong most(List<JsonNode> measurements, String name) {
        return measurements.stream()
                .map(measured -> Json.number(measured, name))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
    }

    private List<Log> lyingBeside(String folder) throws IOException {
        Path work = documents.folder().resolve("checks");
        Path logs = work.resolve(folder).normalize();
        // The name was written by another machine.
        if (folder.isEmpty() || !logs.startsWith(work) || !Files.isDirectory(logs, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Log> ends = new ArrayList<>();
        try (Stream<Path> files = Files.walk(logs, 2)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList()) {
                Log end = end(file, work.relativize(file).toString().replace('\\', '/'));
                if (!end.lines().isEmpty()) {
                    ends.add(end);
                }
            }
        }
        return ends;
    }

    private static Log end(Path file, String name) throws IOException {
        byte[] bytes;
        long size = Files.size(file);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, size - MOST_BYTES));
            ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
            bytes = Arrays.copyOf(buffer.array(), buffer.position());
        }
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
        long kept = last.stream()
                .mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length + 1)
                .sum();
        return new Log(name, last, Math.max(0, size - kept));
    }
}
