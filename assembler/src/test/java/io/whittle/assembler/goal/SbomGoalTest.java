package io.whittle.assembler.goal;

import io.whittle.assembler.testing.CycloneDxSchema;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Links an image and lists what it is made of. */
class SbomGoalTest {
    @TempDir
    private Path dir;

    /** One story, since each link takes seconds. */
    @Test
    void linksAndListsWhatIsInTheImageTheSameEachTime() throws Exception {
        Project project = new Project(dir);

        Said said = new Said();
        SbomGoal.run(new SbomRequest(project.link("small"), "1"), said);
        Path file = project.image("small").resolveSibling("sbom.cdx.json");
        byte[] first = Files.readAllBytes(file);
        assertThat(said.lines)
                .anyMatch(line -> line.contains("linked in"))
                .anyMatch(line -> line.startsWith("image of small for "))
                .anyMatch(line -> line.startsWith("  largest: "));
        assertThat(said.lines).anyMatch(line -> line.startsWith("bill of materials of small for"));
        assertThat(said.lines).anyMatch(line -> line.equals("  no licence is told by: acme.app"));
        assertThat(CycloneDxSchema.faults(first)).isEmpty();

        SortedMap<String, String> hashes = hashes(first);
        assertThat(hashes)
                .containsEntry("module:acme.app", sha256(project.path.get(0).path()))
                .doesNotContainKey("module:acme.words");
        if (TestJdk.running().jmods().isPresent()) {
            Path jmod = TestJdk.running().jmods().get().resolve("java.base.jmod");
            assertThat(hashes).containsEntry("module:java.base", sha256(jmod));
        }
        assertThat(hashes.keySet()).anyMatch(name -> name.startsWith("file:bin/java"));
        for (String reference : hashes.keySet()) {
            if (reference.startsWith("file:")) {
                Path loaded = project.image("small").resolve(reference.substring("file:".length()));
                assertThat(hashes.get(reference)).as(reference).isEqualTo(sha256(loaded));
            }
        }

        Files.delete(file);
        Said again = new Said();
        SbomGoal.run(new SbomRequest(project.link("small"), "1"), again);
        // Who linked it has told the rest.
        assertThat(again.lines)
                .anyMatch(line -> line.startsWith("small for ") && line.contains("not linked again"))
                .noneMatch(line -> line.startsWith("image of ") || line.startsWith("  largest: "));
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void whereNothingCanBeLinkedNothingIsListed() throws Exception {
        Project project = new Project(dir);
        Files.writeString(project.catalog, Project.CATALOG.replace("[acme.words]", "[acme.missing]"));

        assertThatThrownBy(() -> SbomGoal.run(new SbomRequest(project.link("small", "full"), "1"), new Said()))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining("acme.missing");
        assertThat(project.image("small").resolveSibling("sbom.cdx.json")).doesNotExist();
    }

    private static SortedMap<String, String> hashes(byte[] document) {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (JsonNode component : JsonMapper.shared().readTree(document).get("components")) {
            hashes.put(
                    component.get("bom-ref").asString(),
                    component.at("/hashes/0/content").asString());
        }
        return hashes;
    }

    // By other means than the goal's.
    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
