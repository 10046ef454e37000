package io.whittle.maven;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class NamedFileTest {
    @TempDir
    private Path root;

    @Test
    void aRelativePathBeginsInTheProjectOrElseWhereMavenWasStarted() throws IOException {
        Path project = Files.createDirectories(root.resolve("image"));
        assertThat(NamedFile.of("tags.yaml", project, root)).isEqualTo(project.resolve("tags.yaml"));

        Files.createFile(root.resolve("tags.yaml"));
        assertThat(NamedFile.of("tags.yaml", project, root)).isEqualTo(root.resolve("tags.yaml"));

        Files.createFile(project.resolve("tags.yaml"));
        assertThat(NamedFile.of("tags.yaml", project, root)).isEqualTo(project.resolve("tags.yaml"));
    }

    @Test
    void anAbsolutePathIsItself() {
        Path named = root.resolve("elsewhere/tags.yaml");

        assertThat(NamedFile.of(named.toString(), root.resolve("image"), root)).isEqualTo(named);
    }
}
