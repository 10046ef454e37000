package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What the README shows is what is printed. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");

    @Test
    void itsClashIsExplainedAsItShows() throws IOException {
        String section =
                Files.readString(README).split("## When it cannot be\n")[1].split("\n## ")[0];
        String catalog = section.split("```yaml\n")[1].split("```")[0];
        String shown = section.split("\n```\n")[2];

        assertThat(UseCase.ofText(catalog).refused("router", "linux/amd64")).hasMessage(shown.stripTrailing());
    }
}
