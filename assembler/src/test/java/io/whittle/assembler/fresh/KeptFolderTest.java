package io.whittle.assembler.fresh;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class KeptFolderTest {
    @TempDir
    private Path dir;

    @Test
    void filesAndFoldersGoThatNobodyUses() throws Exception {
        Path used = folder("used", 40);
        folder("unused", 40);
        old(Files.writeString(dir.resolve("file"), "x"), 40);

        assertThat(KeptFolder.use(used)).isTrue();
        new KeptFolder(dir).trim(1000);

        assertThat(names()).containsExactly("used");
        assertThat(used.resolve("a/b")).hasContent("1234567890");
    }

    @Test
    void theFilesInAFolderCountForWhatItTakes() throws Exception {
        folder("a", 3);
        folder("b", 2);
        folder("c", 4);

        new KeptFolder(dir).trim(20);

        assertThat(names()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whatIsNotThereCannotBeUsedAndIsNotTrimmed() throws Exception {
        assertThat(KeptFolder.use(dir.resolve("none"))).isFalse();
        assertThat(dir.resolve("none")).doesNotExist();
        new KeptFolder(dir.resolve("none")).trim(0);
    }

    private Path folder(String name, int daysAgo) throws IOException {
        Path folder = dir.resolve(name);
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/b"), "1234567890");
        old(folder, daysAgo);
        return folder;
    }

    private static void old(Path path, int days) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> found = Files.list(dir)) {
            return found.map(each -> each.getFileName().toString()).toList();
        }
    }
}
