package io.whittle.assembler.documents;

import io.whittle.assembler.fresh.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What is believed of what was written. */
class DocumentFolderTest {
    @TempDir
    private Path dir;

    @Test
    void aDocumentIsReadAndOneThatIsNotThereIsNoFault() throws Exception {
        write("plan.json", "{\"schema\": 1, \"profile\": \"small\"}");

        assertThat(folder().read(DocumentFolder.PLAN)
                        .tree()
                        .orElseThrow()
                        .path("profile")
                        .asString())
                .isEqualTo("small");
        assertThat(folder().read(DocumentFolder.COST)).isEqualTo(folder().read(DocumentFolder.PACK));
        assertThat(folder().read(DocumentFolder.COST).tree()).isEmpty();
        assertThat(folder().read(DocumentFolder.COST).fault()).isEmpty();
    }

    @Test
    void whatIsOfNoUseIsToldByTheNameThatPeopleKnow() throws Exception {
        write("plan.json", "{\"schema\": 1, ");
        assertThat(fault()).startsWith("small/plan.json is damaged: ").doesNotContain("\n");
        write("plan.json", "[]");
        assertThat(fault()).isEqualTo("small/plan.json is none that Whittle writes: it says no schema");
        write("plan.json", "{\"schema\": 2}");
        assertThat(fault()).startsWith("small/plan.json is of schema 2, and this version of Whittle knows 1");
        try (RandomAccessFile large =
                new RandomAccessFile(image().resolve("plan.json").toFile(), "rw")) {
            large.setLength((64L << 20) + 1);
        }
        assertThat(fault()).isEqualTo("small/plan.json is larger than any that Whittle writes");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsNotFollowed() throws Exception {
        Files.writeString(dir.resolve("elsewhere.json"), "{\"schema\": 1}");
        Files.createSymbolicLink(image().resolve("plan.json"), dir.resolve("elsewhere.json"));

        assertThat(fault()).isEqualTo("small/plan.json is no file");
        assertThat(folder().planHash()).isEmpty();
    }

    @Test
    void containerImagesOfAProfileAreToldTogether() throws Exception {
        Files.writeString(dir.resolve("oci.json"), "{\"schema\": 1}");
        image();

        assertThat(folder().read(DocumentFolder.OCI).tree()).isPresent();
    }

    @Test
    void whatIsOfAnotherPlanIsNotOfThisImage() throws Exception {
        Path plan = write("plan.json", "{\"schema\": 1}");
        write("cost.json", "{\"schema\": 1, \"plan\": \"%s\"}".formatted(ContentHash.of(plan)));
        write("checks.json", "{\"schema\": 1, \"plan\": \"another\"}");
        write("pack.json", "{\"schema\": 1}");

        assertThat(folder().ofPlan(DocumentFolder.COST)).isPresent();
        assertThat(folder().ofPlan(DocumentFolder.CHECKS)).isEmpty();
        assertThat(folder().ofPlan(DocumentFolder.PACK)).isEmpty();
        Files.delete(plan);
        assertThat(folder().ofPlan(DocumentFolder.COST)).isEmpty();
        assertThat(folder().ofPlan(DocumentFolder.PACK)).isEmpty();
    }

    @Test
    void aFolderIsOfAnImageByWhatIsWrittenOfImagesAlone() throws Exception {
        write("resolution.json", "{}");
        assertThat(folder().isOfImage()).isFalse();
        write("checks.json", "damaged");
        assertThat(folder().isOfImage()).isTrue();
    }

    private String fault() throws IOException {
        return folder().read(DocumentFolder.PLAN).fault().orElseThrow();
    }

    private DocumentFolder folder() {
        return new DocumentFolder(dir.resolve("linux-amd64"), "small");
    }

    private Path image() throws IOException {
        return Files.createDirectories(dir.resolve("linux-amd64"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(image().resolve(name), text);
    }
}
