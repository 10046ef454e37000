package outpost.logtail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.FeatureException;
import outpost.core.Features;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.log.LogLevel;
import outpost.core.log.LogLine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LogTailTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream stderr = new PrintStream(shown, true, StandardCharsets.UTF_8);
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<Optional<String>> problems = new ArrayList<>();

    @Test
    void everyLineIsOnDiskAndOnlyTheImportantOnesOnStderr() throws Exception {
        try (var running = start(Map.of())) {
            running.node().log("dns").v1("one question");
            running.node().log("dns").info("listening");
        }

        assertThat(Files.readString(folder.resolve("state/logtail.d/outpost.log")))
                .contains("[v1] dns: one question\n", " dns: listening\n");
        assertThat(shown()).contains(" dns: listening\n").doesNotContain("one question");
    }

    @Test
    void settingsBoundTheFiles() throws Exception {
        try (var running = start(Map.of("logtail.kilobytes", "4", "logtail.files", "2"))) {
            for (int i = 0; i < 1000; i++) {
                running.node().log("dns").v2("packet " + i);
            }
        }

        Path logs = folder.resolve("state/logtail.d");
        assertThat(logs).isDirectoryNotContaining("glob:**.2");
        assertThat(Files.size(logs.resolve("outpost.log.1"))).isBetween(4000L, 4096L);
        assertThat(Files.readString(logs.resolve("outpost.log"))).contains("packet 999");
    }

    @Test
    void wrongSettingKeepsTheNodeFromStartingAndIsNamed() {
        assertThatExceptionOfType(FeatureException.class)
                .isThrownBy(() -> start(Map.of("logtail.files", "none")))
                .withMessageContaining("logtail.files");
    }

    @Test
    void folderThatCannotBeMadeIsSaidOnceAndTheNodeRunsOn() throws Exception {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state/logtail.d"), "a file where the folder should be");

        try (var running = start(Map.of())) {
            running.node().log("dns").v1("one question");
            running.node().log("dns").info("listening");
        }

        assertThat(shown()).containsOnlyOnce("cannot be kept on disk").contains("one question", "listening");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fullDiskIsAProblemThatGoesAwayWhenThereIsRoomAgain() throws IOException {
        // Whatever is written to this device meets a disk without room.
        Path file = Files.createSymbolicLink(folder.resolve("outpost.log"), Path.of("/dev/full"));
        try (var log = new RotatingLog(() -> folder, 4096, 2)) {
            var sink = new DiskSink(log, stderr, clock(), problems::add);

            sink.write(line("first"));
            sink.write(line("second"));

            assertThat(problems)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem)
                            .hasValueSatisfying(text -> assertThat(text).contains("No space left on device")));
            assertThat(shown()).containsOnlyOnce("No space left").contains("first", "second");

            Files.delete(file);
            sink.write(line("third"));
            now.set(NOON.plus(DiskSink.RETRY));
            sink.write(line("fourth"));

            assertThat(problems).hasSize(2).last().isEqualTo(Optional.empty());
            assertThat(shown()).contains("third").doesNotContain("fourth");
            assertThat(Files.readString(file)).doesNotContain("third").contains("fourth");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsLoggedAboutTheFailureDoesNotGoRoundInCircles() throws IOException {
        Files.createSymbolicLink(folder.resolve("outpost.log"), Path.of("/dev/full"));
        AtomicReference<DiskSink> sink = new AtomicReference<>();
        try (var log = new RotatingLog(() -> folder, 4096, 2)) {
            sink.set(new DiskSink(log, stderr, clock(), problem -> sink.get().write(line("health: " + problem))));

            sink.get().write(line("first"));
            now.set(NOON.plus(DiskSink.RETRY).plus(Duration.ofSeconds(1)));
            sink.get().write(line("second"));
        }

        assertThat(shown().lines().filter(text -> text.contains("health: "))).hasSize(2);
    }

    @Test
    void moduleProvidesItAsAFeature() throws FeatureException {
        assertThat(Features.inImage()).singleElement().isInstanceOf(LogTail.class);
    }

    private RunningNode start(Map<String, String> settings) throws IOException, FeatureException {
        var config = new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(settings));
        return RunningNode.start(config, List.of(new LogTail(stderr)), stderr);
    }

    /** Verbose, so that it is on standard error only when the disk fails. */
    private static LogLine line(String message) {
        return new LogLine(NOON, LogLevel.V1, "dns", message);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
