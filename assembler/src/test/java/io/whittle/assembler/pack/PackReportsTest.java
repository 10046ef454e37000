package io.whittle.assembler.pack;

import io.whittle.assembler.testing.Golden;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static io.whittle.assembler.testing.Schemas.errors;
import static org.assertj.core.api.Assertions.assertThat;

/** What is told of archives, held against what somebody looked at. */
class PackReportsTest {
    private static final List<ArchiveFormat> FORMATS = List.of(ArchiveFormat.TAR_GZ, ArchiveFormat.TAR_ZST);
    private static final PackedImage PACKED = new PackedImage(
            new PackOrder(
                    Path.of("/p/target/whittle/small/linux-arm-v7/image"),
                    "app-1.0-small-linux-arm-v7",
                    "small",
                    Platform.parse("linux/arm/v7"),
                    "2c".repeat(32),
                    new TreeMap<>(Map.of(
                            "com.sun.jna",
                            List.of("natives-cut: 26 native files are left out", "natives-laid: a|b <x>\nlies in lib/"),
                            "acme.codec",
                            List.of("is org.acme:fork:1 in place of acme:codec:2, as 'replace' says"))),
                    FORMATS),
            46_137_344,
            87,
            List.of(
                    new PackedImage.Archive(ArchiveFormat.TAR_GZ, 15_963_976, "0a".repeat(32)),
                    new PackedImage.Archive(ArchiveFormat.TAR_ZST, 12_076_048, "1b".repeat(32))));

    @Test
    void json() {
        Golden.hold("pack/pack.json", PackJson.write(PACKED));
    }

    @Test
    void markdown() {
        Golden.hold("pack/pack.md", PackMarkdown.write(PACKED));
    }

    @Test
    void console() {
        Golden.hold("pack/pack.txt", String.join("\n", PackText.lines(PACKED)) + "\n");
    }

    @Test
    void theSchemaHolds() {
        assertThat(errors("pack.schema.json", PackJson.write(PACKED))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1 | \"schema\" : 2",
                "\"platform\" : \"linux/arm/v7\" | \"platform\" : \"linux\"",
                "\"format\" : \"tar.gz\" | \"format\" : \"tar\"",
                "\"file\" : \"app | \"file\" : \"/p/app",
                "\"folder\" | \"top\"",
                "\"files\" : 87 | \"files\" : -1",
                "\"bytes\" : 15963976 | \"bytes\" : \"15963976\"",
                "\"sha256\" : \"0a | \"sha256\" : \"0A",
            })
    void theSchemaRefusesWhatIsNotOfTheFormat(String right, String wrong) {
        String text = PackJson.write(PACKED);

        assertThat(text).contains(right);
        assertThat(errors("pack.schema.json", text.replace(right, wrong))).isNotEmpty();
    }
}
