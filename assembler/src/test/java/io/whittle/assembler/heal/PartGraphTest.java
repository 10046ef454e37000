package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.Candidates;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.plan.JarPath;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** What may be missing in an image, whatever a catalogue says, and what would be linked of it. */
class PartGraphTest {
    private static final Platform HOST = Platform.host();

    @TempDir
    private Path dir;

    private final List<PathEntry> path = new ArrayList<>();
    private TrialPlans plans;
    private TrialPlans.Planned image;
    private Superset superset;

    @BeforeEach
    void modules() {
        for (String name : List.of("app", "one", "two", "stack", "base")) {
            path.add(module("acme." + name).pkg("acme." + name).jar(dir));
        }
        path.add(module("acme.logs").requires("java.logging").pkg("acme.logs").jar(dir));
        path.add(module("acme.screen")
                .requires("java.desktop")
                .pkg("acme.screen")
                .jar(dir));
    }

    @Test
    void featuresAndModulesOfTheJdkAreClosedUnderWhatTheyRequire() throws Exception {
        Candidates<ImagePart> parts = parts("""
                  app: {modules: [acme.app]}
                  one: {modules: [acme.one], requires: [logs]}
                  logs: {modules: [acme.logs], jdkModules: [jdk.zipfs]}
                """, "", Over.BOTH);

        assertThat(added(parts)).containsExactly("logs", "one", "java.logging", "jdk.zipfs");
        assertThat(parts.requires().get(ImagePart.feature("one"))).contains(ImagePart.feature("logs"));
        assertThat(parts.requires().get(ImagePart.feature("logs")))
                .containsExactlyInAnyOrder(
                        ImagePart.jdkModule("java.base"),
                        ImagePart.jdkModule("java.logging"),
                        ImagePart.jdkModule("jdk.zipfs"));
    }

    @Test
    void overOneKindTheOtherComesAndGoesWithIt() throws Exception {
        String features = """
                  app: {modules: [acme.app]}
                  logs: {modules: [acme.logs]}
                """;

        assertThat(added(parts(features, "", Over.FEATURES))).containsExactly("logs");
        assertThat(added(parts(features, "", Over.JDK))).containsExactly("java.logging");
    }

    @Test
    void anotherProviderThanTheImagesIsNoPartOfWhatMayBeMissing() throws Exception {
        Candidates<ImagePart> parts = parts("""
                  app: {modules: [acme.app], needs: [path]}
                  one: {modules: [acme.one]}
                  two: {modules: [acme.two]}
                  stack: {modules: [acme.stack]}
                capabilities:
                  path: {providers: [one, two], exclusive: true}
                """, "choose: {path: two}", Over.FEATURES);

        assertThat(added(parts)).containsExactly("stack");
        assertThat(superset.without()).containsExactly("two");
    }

    @Test
    void whatIsForbiddenOrNotBuiltHereIsLeftOutAndTold() throws Exception {
        Candidates<ImagePart> parts = parts("""
                  app: {modules: [acme.app]}
                  screen: {modules: [acme.screen]}
                  elsewhere: {modules: [acme.elsewhere]}
                  stack: {modules: [acme.stack]}
                """, "", Over.BOTH);

        assertThat(added(parts)).containsExactly("stack");
        assertThat(superset.without()).containsExactly("elsewhere", "screen");
        assertThat(superset.withJdk(plans).without()).contains("java.desktop", "java.se", "screen");
        assertThat(superset.withJdk(plans).planned().plan().modules())
                .containsKeys("jdk.zipfs", "java.sql")
                .doesNotContainKeys("java.desktop", "java.se");
    }

    @Test
    void modulesOfThePathThatNoFeatureHasMayBeMissingToo() throws Exception {
        path.add(module("acme.net").requires("acme.logs").pkg("acme.net").jar(dir));
        path.add(module("acme.user").requires("acme.one").pkg("acme.user").jar(dir));
        parts("""
                  app: {modules: [acme.app]}
                  one: {modules: [acme.one]}
                """, "", Over.BOTH);

        Superset more = superset.withModules(plans, plans.strays(image, superset.planned()));
        Candidates<ImagePart> parts = PartGraph.of(plans, image, more, Over.BOTH);

        // One brings a module that the profile forbids, and one uses a feature that it does not require.
        assertThat(more.without()).contains("acme.screen", "acme.user");
        assertThat(more.modules()).containsExactly("acme.base", "acme.logs", "acme.net", "acme.stack", "acme.two");
        assertThat(parts.requires().get(ImagePart.module("acme.net")))
                .containsExactlyInAnyOrder(
                        ImagePart.jdkModule("java.base"),
                        ImagePart.jdkModule("java.logging"),
                        ImagePart.module("acme.logs"));
        assertThat(plans.plan(Set.of(), Set.of(), Set.of("acme.logs")).plan().modules())
                .containsOnlyKeys("acme.app", "acme.logs", "java.base", "java.logging");
        assertThat(more.withJdk(plans).planned().plan().modules()).containsKeys("acme.net", "java.sql");
        assertThat(PartGraph.of(plans, image, more, Over.JDK).superset())
                .noneMatch(part -> part.kind() == ImagePart.Kind.MODULE);
    }

    @Test
    void aSetIsPlannedWithItsFallbacksAndWithoutWhatWouldComeAlong() throws Exception {
        parts("""
                  app: {modules: [acme.app]}
                  one: {modules: [acme.one], recommends: [stack], fallback: {modules: [acme.two]}}
                  stack: {modules: [acme.stack]}
                """, "", Over.FEATURES);

        assertThat(plans.plan(Set.of(), Set.of(), Set.of()).plan().modules())
                .containsOnlyKeys("acme.app", "acme.two", "java.base");
        assertThat(plans.plan(Set.of("one"), Set.of("jdk.zipfs"), Set.of())
                        .plan()
                        .modules())
                .containsOnlyKeys("acme.app", "acme.one", "java.base", "jdk.zipfs");
    }

    private Candidates<ImagePart> parts(String features, String full, Over over) throws Exception {
        String text = "schema: 1\nfeatures:\n" + features + "profiles:\n"
                + "  small: {include: [app], forbid: {modules: [java.desktop]}}\n"
                + "  full: {"
                + Stream.of("include: all", full)
                        .filter(word -> !word.isEmpty())
                        .reduce((a, b) -> a + ", " + b)
                        .get()
                + "}\n";
        FeatureCatalog catalog =
                CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog();
        Request small = new Request("small", HOST);
        plans = new TrialPlans(
                catalog,
                small,
                Resolver.resolve(catalog, small).in(),
                new ModularPath(
                        ModuleIndex.of(path),
                        catalog,
                        JarEdges.UNKNOWN,
                        TestJdk.running(),
                        Path.of("target", "part-graph")),
                new JarPath(path, JarEdges.UNKNOWN),
                TestJdk.running(),
                false);
        image = plans.plan(Set.of(), Set.of(), Set.of());
        superset = Superset.of(
                plans,
                new More(
                        "profile full",
                        new TreeSet<>(Resolver.resolve(catalog, new Request("full", HOST))
                                .in())));
        return PartGraph.of(plans, image, superset, over);
    }

    private static List<String> added(Candidates<ImagePart> parts) {
        return parts.superset().stream()
                .filter(part -> !parts.image().contains(part))
                .map(ImagePart::name)
                .toList();
    }
}
