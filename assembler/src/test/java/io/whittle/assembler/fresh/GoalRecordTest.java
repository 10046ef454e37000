package io.whittle.assembler.fresh;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** When there is nothing to do, and when there is. */
class GoalRecordTest {
    private static final String REQUEST = "link small\nfor linux/amd64";
    private static final List<String> SAID = List.of("small: 38.2 MiB", "full: 146.0 MiB");

    @TempDir
    private Path dir;

    private Path text;
    private Path input;
    private Path inputFolder;
    private Path output;
    private Path outputFolder;
    private GoalRecord record;

    @BeforeEach
    void someWorkIsDone() throws IOException {
        text = Files.writeString(dir.resolve("feature-tags.yaml"), "schema: 1\n");
        input = Files.writeString(dir.resolve("app with spaces.jar"), "jar");
        inputFolder = Files.createDirectories(dir.resolve("classes"));
        Files.writeString(inputFolder.resolve("module-info.class"), "descriptor");
        output = Files.writeString(dir.resolve("plan.json"), "{}");
        outputFolder = Files.createDirectories(dir.resolve("image/bin")).getParent();
        Files.writeString(outputFolder.resolve("bin/java"), "java");
        record = new GoalRecord(dir.resolve("link.record"));
        begin().write(List.of(output, outputFolder), SAID);
    }

    private GoalRecord.Begun begin() throws IOException {
        return record.begin(REQUEST, List.of(text), List.of(input, inputFolder, dir.resolve("not-there.jar")));
    }

    @Test
    void nothingChanged() {
        assertThat(record.unchanged(REQUEST)).contains(SAID);
    }

    @Test
    void noRecord() throws IOException {
        record.forget();

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void anotherRequest() {
        assertThat(record.unchanged(REQUEST + " ")).isEmpty();
    }

    @Test
    void inputTouchedWithTheSameBytes() throws IOException {
        Files.setLastModifiedTime(input, FileTime.fromMillis(1));
        Files.setLastModifiedTime(text, FileTime.fromMillis(1));
        Files.setLastModifiedTime(inputFolder.resolve("module-info.class"), FileTime.fromMillis(1));

        assertThat(record.unchanged(REQUEST)).contains(SAID);
    }

    @Test
    void inputChanged() throws IOException {
        Files.writeString(input, "other");

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void inputGone() throws IOException {
        Files.delete(input);

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void inputThatWasNotThereAppears() throws IOException {
        Files.writeString(dir.resolve("not-there.jar"), "now it is");

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void fileInAnInputFolderRenamed() throws IOException {
        Files.move(inputFolder.resolve("module-info.class"), inputFolder.resolve("Other.class"));

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void textChangedBehindItsTimeAndSize() throws IOException {
        FileTime time = Files.getLastModifiedTime(text);
        Files.writeString(text, "schema: 2\n");
        Files.setLastModifiedTime(text, time);

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void textChangedWhileTheWorkWasDone() throws IOException {
        GoalRecord.Begun begun = begin();
        Files.writeString(text, "schema: 1 # edited while jlink runs\n");
        begun.write(List.of(output), SAID);

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void inputChangedWhileTheWorkWasDone() throws IOException {
        GoalRecord.Begun begun = begin();
        Files.writeString(input, "built anew while jlink runs");
        begun.write(List.of(output), SAID);

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void outputDamaged() throws IOException {
        Files.writeString(output, "{");

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void outputTouched() throws IOException {
        Files.setLastModifiedTime(output, FileTime.fromMillis(1));

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void fileOfAnOutputFolderGone() throws IOException {
        Files.delete(outputFolder.resolve("bin/java"));

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void fileAddedToAnOutputFolder() throws IOException {
        Files.writeString(outputFolder.resolve("bin/more"), "");

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void everyByteOfTheRecordCounts() throws IOException {
        Path file = dir.resolve("link.record");
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            for (int other : new int[] {whole[at] ^ 1 << at % 8, whole[at] == '\n' ? '\r' : whole[at]}) {
                if ((byte) other == whole[at]) {
                    continue;
                }
                byte[] damaged = whole.clone();
                damaged[at] = (byte) other;
                Files.write(file, damaged);
                assertThat(record.unchanged(REQUEST))
                        .as("byte %d of %d is %d", at, whole.length, other)
                        .isEmpty();
            }
        }
        Files.write(file, whole);
        assertThat(record.unchanged(REQUEST)).contains(SAID);
    }

    @Test
    void theRecordCutShortAnywhere() throws IOException {
        Path file = dir.resolve("link.record");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(record.unchanged(REQUEST)).as("cut to %d", length).isEmpty();
        }
    }

    @Test
    void theRecordIsAFolder() throws IOException {
        Path file = dir.resolve("link.record");
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(record.unchanged(REQUEST)).isEmpty();
    }

    @Test
    void theRecordIsOfTheSameBytesForTheSameWork() throws IOException {
        byte[] first = Files.readAllBytes(dir.resolve("link.record"));
        record.forget();
        begin().write(List.of(output, outputFolder), SAID);

        assertThat(Files.readAllBytes(dir.resolve("link.record"))).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.UTF_8)).startsWith("whittle record 1\n");
    }
}
