package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Which jars of a project an image is made of. */
class PathOfImageTest {
    /** As JavaFX and its like are published: a jar for each platform, all of one module name. */
    private static final String VARIANTS = """
            features:
              screen:
                modules: [acme.screen]
                variants:
                  - {when: linux & amd64, artifacts: ['org.acme:screen:linux']}
                  - {when: linux & arm64, artifacts: ['org.acme:screen:linux-aarch64']}
                  - {when: windows, artifacts: ['org.acme:screen:win']}
              dns: {artifacts: ['org.acme:dns']}
            profiles:
              small: {include: [screen]}
            """;

    @TempDir
    private Path dir;

    @Test
    void theVariantPicksTheJarOfItsPlatform() throws LinkException {
        Scene scene = new Scene(dir, VARIANTS)
                .with(screen("linux"))
                .with(screen("linux-aarch64"))
                .with(screen("win"));

        assertThat(label(scene.plan())).isEqualTo("org.acme:screen:linux:21");
        assertThat(label(scene.on("linux/arm64").plan())).isEqualTo("org.acme:screen:linux-aarch64:21");
    }

    @Test
    void twoThatAVariantHoldsAreStillOneTooMany() {
        assertThat(new Scene(dir, VARIANTS)
                        .with(screen("linux"))
                        .with(screen("unheard-of"))
                        .faults())
                .singleElement()
                .asString()
                .contains("acme.screen is on the module path 2 times", "org.acme:screen:unheard-of:21");
    }

    @Test
    void aJarThatNoArtifactsNameIsOnThePathOfEveryImage() throws CatalogException, UnresolvableException {
        PathEntry library = entry("org.acme:library:1");
        PathEntry sister = entry("org.acme:dns:tests:1");
        PathEntry linux = entry("org.acme:screen:linux:21");

        assertThat(path("linux/amd64")
                        .entries(
                                List.of(
                                        entry("org.acme:dns:1"),
                                        library,
                                        entry("org.acme:screen:win:21"),
                                        linux,
                                        sister),
                                ModuleIndex.of(List.of())))
                .containsExactly(library, linux, sister);
    }

    private static PathOfImage path(String platform) throws CatalogException, UnresolvableException {
        FeatureCatalog catalog = CatalogReader.read(Path.of("feature-tags.yaml"), "schema: 1\n" + VARIANTS)
                .catalog();
        return PathOfImage.of(catalog, Resolver.resolve(catalog, new Request("small", Platform.parse(platform))));
    }

    private PathEntry screen(String classifier) {
        return module("acme.screen")
                .jar(dir, "screen-21-" + classifier + ".jar", "org.acme:screen:" + classifier + ":21");
    }

    private static PathEntry entry(String label) {
        return new PathEntry(Path.of(label.replace(':', '-') + ".jar"), label);
    }

    private static String label(ImagePlan plan) {
        return ((PlannedModule.FromPath) plan.modules().get("acme.screen").source()).label();
    }
}
