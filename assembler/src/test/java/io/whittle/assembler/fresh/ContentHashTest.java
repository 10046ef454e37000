package io.whittle.assembler.fresh;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Bytes and names count, times do not. */
class ContentHashTest {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path dir;

    @Test
    void isSha256() throws IOException {
        assertThat(ContentHash.of("abc")).isEqualTo(OF_ABC);
        assertThat(ContentHash.of(Files.writeString(dir.resolve("file"), "abc")))
                .isEqualTo(OF_ABC);
    }

    @Test
    void aFolderIsItsNamesAndBytes() throws IOException {
        String first = ContentHash.of(folder("a", "b/c.txt", "text"));

        assertThat(ContentHash.of(folder("same", "b/c.txt", "text"))).isEqualTo(first);
        assertThat(ContentHash.of(folder("name", "b/d.txt", "text"))).isNotEqualTo(first);
        assertThat(ContentHash.of(folder("bytes", "b/c.txt", "Text"))).isNotEqualTo(first);
    }

    @Test
    void timesDoNotCount() throws IOException {
        Path folder = folder("a", "c.txt", "text");
        String before = ContentHash.of(folder);
        Files.setLastModifiedTime(folder.resolve("c.txt"), FileTime.fromMillis(1));

        assertThat(ContentHash.of(folder)).isEqualTo(before);
    }

    @Test
    void whereOneFileEndsAndTheNextBeginsCounts() throws IOException {
        Path one = folder("one", "a", "xb\0001\0y");
        Path two = folder("two", "a", "x");
        Files.writeString(two.resolve("b"), "y");

        assertThat(ContentHash.of(one)).isNotEqualTo(ContentHash.of(two));
    }

    @Test
    void whatIsNotThereHasNone() {
        assertThatThrownBy(() -> ContentHash.of(dir.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    private Path folder(String name, String file, String text) throws IOException {
        Path path = dir.resolve(name).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return dir.resolve(name);
    }
}
