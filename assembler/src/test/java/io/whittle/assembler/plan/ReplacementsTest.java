package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Another artifact behind a module. */
class ReplacementsTest {
    private static final String CATALOG = """
            base: {modules: [acme.base]}
            profiles:
              plain: {}
              small: {replace: {acme.codec: 'org.acme:codec-fork'}}
              child: {extends: small}
              back: {extends: small, replace: {acme.codec: 'org.acme:codec'}}
            """;

    @TempDir
    private Path dir;

    @Test
    void theArtifactThatIsNamedAloneHoldsTheModule() throws LinkException {
        Scene scene = scene(CATALOG).with(codec("codec")).with(codec("codec-fork"));

        assertThat(label(scene.plan())).isEqualTo("org.acme:codec-fork:1");
        assertThat(label(scene.profile("child").plan())).isEqualTo("org.acme:codec-fork:1");
        assertThat(label(scene.profile("back").plan())).isEqualTo("org.acme:codec:1");
        assertThat(scene.profile("plain").faults())
                .singleElement()
                .asString()
                .contains("acme.codec is on the module path 2 times");
    }

    @Test
    void itIsSaidInThePlanAndOnTheConsole() throws LinkException {
        ImagePlan plan =
                scene(CATALOG).with(codec("codec")).with(codec("codec-fork")).plan();

        assertThat(plan.modules().get("acme.codec").replaces()).containsExactly("org.acme:codec:1");
        assertThat(plan.notes())
                .containsExactly("acme.codec is org.acme:codec-fork:1 in place of org.acme:codec:1, as 'replace' says");
        assertThat(new String(PlanJson.bytes(plan), StandardCharsets.UTF_8))
                .containsSubsequence("\"replaces\" : [", "\"org.acme:codec:1\"");
    }

    @Test
    void itIsAmongWhatIsChanged() throws LinkException {
        ImagePlan plan =
                scene(CATALOG).with(codec("codec")).with(codec("codec-fork")).plan();

        assertThat(plan.changed().get("acme.codec"))
                .containsExactly("is org.acme:codec-fork:1 in place of org.acme:codec:1, as 'replace' says");
    }

    @Test
    void aModuleThatIsNotInTheImageIsSaid() throws LinkException {
        ImagePlan plan = new Scene(dir, CATALOG)
                .with(module("acme.base"))
                .with(codec("codec"))
                .with(codec("codec-fork"))
                .plan();

        assertThat(plan.notes())
                .containsExactly("replace puts org.acme:codec-fork behind acme.codec, which is not in this image");
    }

    @Test
    void whatNothingElseHoldsIsNoReplacement() throws LinkException {
        ImagePlan plan = scene(CATALOG).with(codec("codec-fork")).plan();

        assertThat(plan.modules().get("acme.codec").replaces()).isEmpty();
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void anArtifactThatIsNoDependencyIsAFaultWithTheNearest() {
        assertThat(scene(CATALOG).with(codec("codec")).with(codec("codec-frok")).faults())
                .anySatisfy(fault -> assertThat(fault)
                        .isEqualTo(
                                "Profile small puts org.acme:codec-fork behind acme.codec (feature-tags.yaml:5:33), and"
                                        + " org.acme:codec-fork is no dependency of the project that links.\n"
                                        + "  Did you mean org.acme:codec-frok? Add it beside the one that it takes the place"
                                        + " of: <dependency><groupId>org.acme</groupId><artifactId>codec-fork</artifactId>"
                                        + "<version>…</version></dependency>."));
    }

    @Test
    void whatTheCommandLineSaysIsToldAsThat() {
        assertThat(scene(CATALOG)
                        .with(codec("codec"))
                        .profile("plain")
                        .replacing("acme.codec", "org.acme:codec-fork")
                        .faults())
                .singleElement()
                .asString()
                .startsWith(
                        "-Dwhittle.replace puts org.acme:codec-fork behind acme.codec, and org.acme:codec-fork is no");
    }

    @Test
    void whatIsSaidOfAJarIsSaidOfTheOneThatTakesItsPlace() throws LinkException {
        String rule = "artifacts: {'org.acme:codec': {optional: [java.desktop]}}\n";
        ImagePlan plan = scene(rule + CATALOG)
                .with(codec("codec"))
                .with(module("acme.codec").requires("java.desktop").jar(dir, "codec-fork.jar", "org.acme:codec-fork:1"))
                .plan();

        assertThat(plan.modules()).doesNotContainKey("java.desktop");
        assertThat(plan.notes())
                .contains("artifacts: org.acme:codec holds for org.acme:codec-fork, too, which takes its" + " place");
    }

    @Test
    void whatIsSaidOfThatOneItselfCounts() throws LinkException {
        String rules =
                "artifacts: {'org.acme:codec': {optional: [java.desktop]}, 'org.acme:codec-fork': {natives: target}}\n";
        ImagePlan plan = scene(rules + CATALOG)
                .with(codec("codec"))
                .with(module("acme.codec").requires("java.desktop").jar(dir, "codec-fork.jar", "org.acme:codec-fork:1"))
                .plan();

        assertThat(plan.modules()).containsKey("java.desktop");
    }

    @Test
    void anotherModuleTakesNoPlace() {
        Scene scene = scene(CATALOG)
                .with(codec("codec"))
                .with(module("acme.other").jar(dir, "fork.jar", "org.acme:codec-fork:1"));

        assertThat(scene.faults())
                .singleElement()
                .asString()
                .contains(
                        "but org.acme:codec-fork:1 is the module acme.other.",
                        "give the module in it the name acme.codec");
    }

    @Test
    void aJarWithoutDescriptorTakesTheNameOfARule() {
        Scene scene = scene(CATALOG)
                .with(codec("codec"))
                .with(module("acme.other").automatic().jar(dir, "fork.jar", "org.acme:codec-fork:1"));

        assertThat(scene.faults())
                .singleElement()
                .asString()
                .contains("artifacts: {org.acme:codec-fork: {module: acme.codec}}");
    }

    @Test
    void jarsWhoseOnlyModuleIsTakenOverAreNotOnThePathOfTheImage() throws Exception {
        FeatureCatalog catalog = CatalogReader.read(Path.of("feature-tags.yaml"), "schema: 1\n" + CATALOG)
                .catalog();
        List<PathEntry> path = List.of(codec("codec"), codec("codec-fork"));

        assertThat(PathOfImage.of(
                                catalog, Resolver.resolve(catalog, new Request("small", Platform.parse("linux/amd64"))))
                        .entries(path, ModuleIndex.of(path)))
                .extracting(PathEntry::label)
                .containsExactly("org.acme:codec-fork:1");
    }

    private Scene scene(String catalog) {
        return new Scene(dir, catalog).with(module("acme.base").requires("acme.codec"));
    }

    private PathEntry codec(String artifact) {
        return module("acme.codec").pkg("acme.codec").jar(dir, artifact + ".jar", "org.acme:" + artifact + ":1");
    }

    private static String label(ImagePlan plan) {
        return ((PlannedModule.FromPath) plan.modules().get("acme.codec").source()).label();
    }
}
