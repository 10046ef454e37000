package io.whittle.assembler.fresh;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A file appears whole or not at all. */
class WholeFileTest {
    @TempDir
    private Path dir;

    @Test
    void writesIntoFoldersThatAreNotThereYet() throws IOException {
        Path file = dir.resolve("a/b/plan.json");
        WholeFile.write(file, new byte[] {1, 2});

        assertThat(file).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void replacesWhatStoodThereAndLeavesNothingBeside() throws IOException {
        Path file = Files.writeString(dir.resolve("plan.json"), "old");
        WholeFile.write(file, "new".getBytes());

        assertThat(file).hasContent("new");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void leavesAFileWithTheseBytesAsItIs() throws IOException {
        Path file = Files.writeString(dir.resolve("plan.json"), "same");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        WholeFile.write(file, "same".getBytes());

        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000);
    }

    @Test
    void leavesNothingBesideWhenItCannotReplace() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("plan.json/full")).getParent();

        assertThatThrownBy(() -> WholeFile.write(folder, new byte[1])).isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).containsExactly(folder);
        }
    }

    @Test
    void aContentThatCannotBeMadeLeavesWhatStoodThere() throws IOException {
        Path file = Files.writeString(dir.resolve("plan.json"), "old");

        assertThatThrownBy(() -> WholeFile.prepare(file, dir.resolve("plan.json.new"), out -> {
                    out.write(1);
                    throw new IllegalStateException("in the middle");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(file).hasContent("old");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void linksAreReplacedAndNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(dir.resolve("elsewhere"), "same");
        Path file = Files.createSymbolicLink(dir.resolve("plan.json"), elsewhere);
        Path beside = Files.createSymbolicLink(dir.resolve("beside"), elsewhere);

        WholeFile.write(file, "same".getBytes());
        assertThat(file).isRegularFile();
        assertThat(Files.isSymbolicLink(file)).isFalse();

        assertThatThrownBy(() -> WholeFile.prepare(file, beside, out -> out.write('x')))
                .isInstanceOf(IOException.class);
        assertThat(elsewhere).hasContent("same");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void canBeReadByWhoeverCanReadOtherNewFiles() throws IOException {
        Path plain = Files.writeString(dir.resolve("plain"), "x");
        Path file = dir.resolve("plan.json");
        WholeFile.write(file, new byte[1]);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
    }
}
