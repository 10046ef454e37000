package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Which jars are read for which images. */
class PathOfImagesTest {
    private static final String CATALOG = """
            schema: 1
            features:
              screen:
                modules: [acme.screen]
                variants:
                  - {when: linux, artifacts: ['org.acme:screen:linux']}
                  - {when: windows, artifacts: ['org.acme:screen:win']}
              codec: {modules: [acme.codec]}
            profiles:
              small: {include: [screen, codec]}
              plain: {include: [codec]}
              forked: {include: [screen, codec], replace: {acme.codec: 'org.acme:codec-fork'}}
            """;

    @TempDir
    private Path dir;

    @Test
    void imagesOfTheSameJarsAreReadTogetherAndOthersByThemselves() throws Exception {
        List<PathOfImages> paths = of(
                List.of(
                        screen("linux"),
                        screen("win"),
                        module("acme.codec").jar(dir, "codec.jar", "org.acme:codec:1"),
                        module("acme.codec").jar(dir, "fork.jar", "org.acme:codec-fork:1"),
                        module("acme.other").jar(dir)),
                "small linux/amd64",
                "forked linux/amd64",
                "small windows/amd64",
                "small linux/arm64");

        assertThat(paths)
                .extracting(path -> labels(path) + " for "
                        + path.images().stream()
                                .map(image -> image.profile().name() + " " + image.platform())
                                .toList())
                .containsExactly(
                        "[org.acme:codec:1, test:acme.other:1, org.acme:screen:linux:21] for [small linux/amd64, small linux/arm64]",
                        "[org.acme:codec-fork:1, test:acme.other:1, org.acme:screen:linux:21] for [forked linux/amd64]",
                        "[org.acme:codec:1, test:acme.other:1, org.acme:screen:win:21] for [small windows/amd64]");
    }

    @Test
    void whereEachNameIsThatOfOneJarAllImagesAreReadTogether() throws Exception {
        List<PathOfImages> paths = of(
                List.of(screen("linux"), module("acme.codec").jar(dir, "codec.jar", "org.acme:codec:1")),
                "small linux/amd64",
                "forked windows/amd64");

        assertThat(paths)
                .singleElement()
                .satisfies(path -> assertThat(path.images()).hasSize(2));
    }

    @Test
    void ofANameThatAnImageDoesNotHoldTheFirstJarIsRead() throws Exception {
        assertThat(of(List.of(screen("linux"), screen("win")), "plain macos/arm64"))
                .singleElement()
                .satisfies(path -> assertThat(labels(path)).hasToString("[org.acme:screen:linux:21]"));
    }

    @Test
    void jarsThatLieSideBySideAreReadUnderNamesOfTheirOwn() throws Exception {
        PathOfImages path = of(
                        List.of(
                                module("acme.codec").automatic().jar(dir, "codec.jar", "org.acme:codec:1"),
                                module("acme.codec").automatic().jar(dir, "codec-tests.jar", "org.acme:codec:tests:1"),
                                module("acme.codec").jar(dir, "codec-new.jar", "org.acme:codec:new:1")),
                        "small linux/amd64")
                .get(0);

        assertThat(path.index().modules()).containsOnlyKeys("acme.codec", "acme.codec.jar2");
        assertThat(labels(path)).containsExactly("org.acme:codec:1", "org.acme:codec:tests:1");
        assertThat(path.beside()).containsExactly("org.acme:codec:new:1");
    }

    private static List<PathOfImages> of(List<PathEntry> path, String... images) throws Exception {
        FeatureCatalog catalog =
                CatalogReader.read(Path.of("feature-tags.yaml"), CATALOG).catalog();
        List<Resolution> resolutions = new ArrayList<>();
        for (String image : images) {
            String[] words = image.split(" ");
            resolutions.add(Resolver.resolve(catalog, new Request(words[0], Platform.parse(words[1]))));
        }
        return PathOfImages.of(catalog, ModuleIndex.of(path), resolutions);
    }

    private static List<String> labels(PathOfImages path) {
        return path.index().modules().values().stream()
                .map(modules -> modules.get(0).entry().label())
                .toList();
    }

    private PathEntry screen(String classifier) {
        return module("acme.screen")
                .jar(dir, "screen-21-" + classifier + ".jar", "org.acme:screen:" + classifier + ":21");
    }
}
