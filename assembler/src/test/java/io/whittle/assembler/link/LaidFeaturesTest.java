package io.whittle.assembler.link;

import io.whittle.assembler.plan.FeaturesFile;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.export.FeatureProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The file in an image that tells its features. */
class LaidFeaturesTest {
    private static final FeatureProperties FEATURES = new FeatureProperties(
            Optional.empty(), Platform.parse("linux/amd64"), new TreeMap<>(Map.of("dns", true, "ssh", false)));

    @TempDir
    private Path image;

    @Test
    void itLiesWhereTheCatalogueSaysAndTellsWhatIsPlanned() throws Exception {
        LaidFeatures laid = at("conf/app/features.properties");
        assertThat(laid.isThere()).isFalse();
        laid.lay();

        assertThat(laid.isThere()).isTrue();
        assertThat(image.resolve("conf/app/features.properties"))
                .content()
                .contains("platform=linux/amd64\nfeature.dns=in\nfeature.ssh=out\n");
    }

    @Test
    void oneThatTellsSomethingElseIsNotIt() throws Exception {
        LaidFeatures laid = at("conf/features.properties");
        laid.lay();
        Path file = image.resolve("conf/features.properties");
        Files.writeString(file, Files.readString(file).replace("ssh=out", "ssh=in"));

        assertThat(laid.isThere()).isFalse();
    }

    @Test
    void nothingOfTheJdksIsWrittenOver() throws IOException {
        Files.createDirectories(image.resolve("conf/security"));
        Files.writeString(image.resolve("conf/net.properties"), "the JDK's");

        for (String taken : new String[] {"conf/net.properties", "conf/net.properties/x", "conf/security"}) {
            assertThatThrownBy(() -> at(taken).lay())
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining(taken)
                    .hasMessageContaining("Give another path");
        }
        assertThat(image.resolve("conf/net.properties")).hasContent("the JDK's");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anImageWithoutItIsNotTheOneThatIsPlanned() {
        ImagePlan plan = LinkedApp.plan();
        ImagePlan telling = new ImagePlan(
                plan.profile(),
                plan.platform(),
                plan.jdk(),
                plan.modules(),
                plan.classPath(),
                plan.roots(),
                plan.keepsForeign(),
                plan.settings().with(Optional.of(new FeaturesFile("conf/features.properties", FEATURES))),
                plan.launchers(),
                plan.forbidden(),
                plan.notes());

        assertThatThrownBy(() -> ImageProof.prove(telling, LinkedApp.image()))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("conf/features.properties does not tell its features");
    }

    private LaidFeatures at(String path) {
        return new LaidFeatures(image, new FeaturesFile(path, FEATURES));
    }
}
