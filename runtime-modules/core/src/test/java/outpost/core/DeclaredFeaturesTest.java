package outpost.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an image says of its own features. */
class DeclaredFeaturesTest {
    @TempDir
    private Path dir;

    @Test
    void eachIsInOrOut() throws IOException {
        Path file = Files.writeString(
                dir.resolve("f.properties"), "# by somebody\nplatform=linux/amd64\nfeature.ssh=out\nfeature.dns=in\n");

        assertThat(DeclaredFeatures.of(file)).contains(new TreeMap<>(Map.of("dns", true, "ssh", false)));
    }

    @Test
    void anImageNeedNotSay() throws IOException {
        assertThat(DeclaredFeatures.of(dir.resolve("none"))).isEmpty();
        assertThat(DeclaredFeatures.ofThisImage()).isEmpty();
    }

    @Test
    void aFileThatIsNoneOfItsKindIsNamed() throws IOException {
        Path file = Files.writeString(dir.resolve("f.properties"), "feature.dns=\\uXYZ\n");

        assertThatThrownBy(() -> DeclaredFeatures.of(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("f.properties");
    }
}
