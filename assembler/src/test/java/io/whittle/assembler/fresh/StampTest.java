package io.whittle.assembler.fresh;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import static org.assertj.core.api.Assertions.assertThat;

/** A cheap sign that nothing was touched. */
class StampTest {
    @TempDir
    private Path dir;

    @Test
    void absentIsToldApartFromEmpty() throws IOException {
        assertThat(Stamp.of(dir.resolve("none"))).isEqualTo("absent");
        assertThat(Stamp.of(Files.createFile(dir.resolve("empty")))).isNotEqualTo("absent");
        assertThat(Stamp.of(Files.createDirectory(dir.resolve("folder")))).isNotEqualTo("absent");
    }

    @Test
    void sizeAndTimeCount() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "text");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        String stamp = Stamp.of(file);

        Files.setLastModifiedTime(file, FileTime.fromMillis(1_001));
        assertThat(Stamp.of(file)).isNotEqualTo(stamp);
        Files.writeString(file, "longer text");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertThat(Stamp.of(file)).isNotEqualTo(stamp);
        Files.writeString(file, "text");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertThat(Stamp.of(file)).isEqualTo(stamp);
    }

    @Test
    void everyFileOfAFolderCountsDownToTheLast() throws IOException {
        Path deep = Files.createDirectories(dir.resolve("folder/a/b"));
        Path file = Files.writeString(deep.resolve("file"), "text");
        String stamp = Stamp.of(dir.resolve("folder"));

        assertThat(Stamp.of(dir.resolve("folder"))).isEqualTo(stamp);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(Stamp.of(dir.resolve("folder"))).isNotEqualTo(stamp);
    }

    @Test
    void aStampHasNoSpace() throws IOException {
        Path file = Files.writeString(dir.resolve("a b"), "text");

        assertThat(Stamp.of(file)).doesNotContain(" ");
        assertThat(Stamp.of(dir)).doesNotContain(" ");
    }
}
