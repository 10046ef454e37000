package io.whittle.assembler.goal;

import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Images of which some do not stand; that of a JDK stands for those that do. */
class LinkedImagesTest {
    @TempDir
    private Path dir;

    @Test
    void aProfileThatLacksAnImageIsNotWhole() throws Exception {
        FeatureCatalog catalog = Resolutions.read(new Project(dir).catalog).catalog();
        Resolution small = resolve(catalog, "small", "linux/amd64");
        Resolution smallForArm = resolve(catalog, "small", "linux/arm64");
        Resolution full = resolve(catalog, "full", "linux/amd64");
        AskedImages asked = new AskedImages(catalog, List.of(small, smallForArm, full), Map.of());

        LinkedImages images = new LinkedImages(
                asked, List.of(standing(small), standing(full)), null, List.of("No image of small for linux/arm64"));

        assertThat(images.isWhole("full")).isTrue();
        assertThat(images.isWhole("small")).isFalse();
        assertThat(catchThrowableOfType(GoalException.class, () -> images.complain(List.of("full is too large")))
                        .faults())
                .containsExactly("No image of small for linux/arm64", "full is too large");
    }

    private static Resolution resolve(FeatureCatalog catalog, String profile, String platform) throws Exception {
        return Resolver.resolve(catalog, new Request(profile, Platform.parse(platform)));
    }

    private static ImageReport standing(Resolution resolution) throws Exception {
        return ImageReport.of(resolution, null, TestJdk.home(), "");
    }
}
