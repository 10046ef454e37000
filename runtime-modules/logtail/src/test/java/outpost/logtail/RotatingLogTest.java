package outpost.logtail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class RotatingLogTest {
    @TempDir
    private Path folder;

    @Test
    void fullFileMovesAsideAndTheOldestGoes() throws IOException {
        try (var log = new RotatingLog(() -> folder, 10, 3)) {
            for (String line : List.of("first", "second", "third", "fourth", "fifth")) {
                log.write(line);
            }
        }

        assertThat(content("outpost.log")).isEqualTo("fifth\n");
        assertThat(content("outpost.log.1")).isEqualTo("fourth\n");
        assertThat(content("outpost.log.2")).isEqualTo("third\n");
        assertThat(names()).hasSize(3);
    }

    @Test
    void nextStartAppendsToTheCurrentFileAndCountsWhatIsThere() throws IOException {
        Files.writeString(folder.resolve("outpost.log"), "before\n");
        try (var log = new RotatingLog(() -> folder, 12, 2)) {
            log.write("now");
            log.write("later");
        }

        assertThat(content("outpost.log.1")).isEqualTo("before\nnow\n");
        assertThat(content("outpost.log")).isEqualTo("later\n");
    }

    @Test
    void singleFileStartsAnewWhenItIsFull() throws IOException {
        try (var log = new RotatingLog(() -> folder, 8, 1)) {
            log.write("first");
            log.write("second");
        }

        assertThat(content("outpost.log")).isEqualTo("second\n");
        assertThat(names()).containsExactly("outpost.log");
    }

    @Test
    void lineIsThereForOthersBeforeTheLogIsClosed() throws IOException {
        try (var log = new RotatingLog(() -> folder, 100, 2)) {
            log.write("written");

            assertThat(content("outpost.log")).isEqualTo("written\n");
        }
    }

    @Test
    void afterAFailureTheNextLineTriesFromTheBeginning() throws IOException {
        Path target = folder.resolve("outpost.log");
        Files.createDirectory(target);
        try (var log = new RotatingLog(() -> folder, 100, 2)) {
            assertThatIOException().isThrownBy(() -> log.write("lost"));
            Files.delete(target);
            log.write("kept");
        }

        assertThat(content("outpost.log")).isEqualTo("kept\n");
    }

    @Test
    void boundsHoldForAnyLinesAndNoneOfTheLatestIsLost() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var last = "";
        try (var log = new RotatingLog(() -> folder, 500, 4)) {
            for (int i = 0; i < 2000; i++) {
                last = i + " " + "x".repeat(random.nextInt(120));
                log.write(last);
                assertThat(names()).hasSizeLessThanOrEqualTo(4);
                assertThat(Files.size(folder.resolve("outpost.log"))).isLessThanOrEqualTo(500);
            }
        }

        assertThat(content("outpost.log")).endsWith(last + "\n");
        assertThat(Files.size(folder.resolve("outpost.log.3"))).isBetween(300L, 500L);
    }

    private String content(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
