package io.whittle.assembler.oci;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.testing.Schemas.errors;
import static org.assertj.core.api.Assertions.assertThat;

/** What is told of container images agrees with its schema, and with what was made. */
@DisabledOnOs(OS.WINDOWS)
class OciReportsTest {
    @TempDir
    private Path dir;

    private Scene scene;
    private List<ContainerImages> made;
    private List<String> lines;

    @BeforeEach
    void images() throws Exception {
        scene = new Scene(dir);
        scene.missingAllowed = true;
        made = scene.write(
                scene.plan(scene.image("full", Scene.AMD64, "libXi.so.6")),
                scene.plan(scene.image("small", Scene.AMD64)));
        lines = OciReports.write(made, scene.output);
    }

    @Test
    void theSchemaHolds() throws IOException {
        assertThat(errors("oci.schema.json", json("small"))).isEmpty();
        assertThat(errors("oci.schema.json", json("full"))).isEmpty();
        assertThat(OciReports.files(made, scene.output))
                .hasSize(4)
                .allSatisfy(file -> assertThat(file).exists());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1 | \"schema\" : 2",
                "\"content\" : \"jdk\" | \"content\" : \"java\"",
                "\"user\" : \"65532:65532\" | \"user\" : \"nonroot\"",
                "\"digest\" : \"sha256: | \"digest\" : \"md5:",
                "\"platform\" : \"linux/amd64\" | \"platform\" : \"windows/amd64\"",
                "\"entryPoint\" | \"entrypoint\"",
            })
    void theSchemaRefusesWhatIsNotOfTheFormat(String right, String wrong) throws IOException {
        assertThat(json("small")).contains(right);
        assertThat(errors("oci.schema.json", json("small").replace(right, wrong)))
                .isNotEmpty();
    }

    @Test
    void allThreeTellLayersAndWhatIsMissing() throws IOException {
        assertThat(json("full")).contains("\"libXi.so.6\" : [").contains("\"sharedWith\" : [\n");
        assertThat(Files.readString(scene.output.resolve("full/oci.md")))
                .startsWith("## Container images of full\n")
                .contains("| files of java.base | ")
                .contains("small for linux/amd64 |")
                .contains("libXi.so.6");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("full: acme/app:1.0 in "))
                .anyMatch(line -> line.contains("runs as 65532:65532: /opt/app/bin/java -m acme.app/acme.App"))
                .anyMatch(line -> line.contains("libXi.so.6, needed by /opt/app/lib/libmore.so"));
    }

    private String json(String profile) throws IOException {
        return Files.readString(scene.output.resolve(profile).resolve("oci.json"));
    }
}
