package io.whittle.assembler.goal;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Which platforms a profile is looked at on. */
class AskedPlatformsTest {
    @TempDir
    private Path dir;

    private final List<String> faults = new ArrayList<>();
    private FeatureCatalog catalog;

    @BeforeEach
    void catalog() throws Exception {
        catalog = CatalogReader.read(Files.writeString(dir.resolve("feature-tags.yaml"), """
                        schema: 1
                        features: {app: {}}
                        profiles:
                          router: {platforms: [linux/arm64, linux/arm/v7]}
                          child: {extends: router}
                          plain: {}
                        """))
                .catalog();
    }

    @Test
    void allStandsForThoseOfEachProfile() {
        assertThat(on("router", "all")).containsExactly("linux/arm64", "linux/arm/v7");
        assertThat(on("child", "all")).containsExactly("linux/arm64", "linux/arm/v7");
        assertThat(on("router", "linux/amd64", "all", "linux/arm64"))
                .containsExactly("linux/amd64", "linux/arm64", "linux/arm/v7");
        assertThat(on("plain", "linux/amd64")).containsExactly("linux/amd64");
        assertThat(faults).isEmpty();
    }

    @Test
    void aProfileWithoutPlatformsHasNone() {
        assertThat(on("plain", "all")).isEmpty();
        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith("Profile plain names no platforms, so whittle.platform=all asks for none of it.\n"
                        + "  Write them at the profile in ");
    }

    @Test
    void aWholeCatalogueHasThoseOfItsProfiles() {
        assertThat(AskedPlatforms.of(List.of("all"), faults).ofAny(catalog, faults))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("linux/arm64", "linux/arm/v7");
        assertThat(faults).isEmpty();
    }

    private List<String> on(String profile, String... asked) {
        return AskedPlatforms.of(List.of(asked), faults).of(catalog, profile, faults).stream()
                .map(Object::toString)
                .toList();
    }
}
