package io.whittle.assembler.explain;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.explain.TreeStyle;
import io.whittle.graph.resolve.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Why modules and artifacts are in images or not, as it is told; no image is made. */
class ModuleExplanationTest {
    private static final String CATALOG = """
            schema: 1
            base: {modules: [acme.core]}
            features:
              desktop: {modules: [acme.desktop]}
              charts: {modules: [acme.charts]}
              reports: {requires: [charts], modules: [acme.reports]}
              database: {jdkModules: [java.sql]}
              mail:
                modules: [acme.mail]
                fallback: {modules: [acme.nomail]}
              natives:
                artifacts: ["com.acme:natives:linux"]
            profiles:
              small:
                exclude: {desktop: has no screen}
                forbid: {modules: [java.desktop]}
              screen:
                include: [desktop, reports]
                platforms: [linux/amd64, linux/arm64]
              torn:
                include: [reports, natives]
                exclude: [charts]
            """;

    private static final JarRequires JARS = new JarRequires() {
        @Override
        public Optional<String> className(String from, String to) {
            return Optional.of("acme.draw.Canvas")
                    .filter(name -> from.equals("acme.draw") && to.equals("java.desktop"));
        }

        @Override
        public Optional<String> optionalIn(String from, String to) {
            return Optional.of("test:" + from)
                    .filter(name -> Set.of("acme.draw", "acme.desktop").contains(from));
        }
    };

    @TempDir
    private Path dir;

    private FeatureCatalog catalog;
    private List<PathEntry> path;

    @BeforeEach
    void scene() throws Exception {
        catalog = CatalogReader.read(Path.of("feature-tags.yaml"), CATALOG).catalog();
        path = List.of(
                module("acme.core").requires("acme.text").jar(dir),
                module("acme.text").pkg("acme.text").jar(dir),
                module("acme.desktop").requires("java.desktop").jar(dir),
                module("acme.charts").requires("acme.draw", "java.logging").jar(dir),
                // Optional at run time, so no way.
                module("acme.draw")
                        .requires("java.desktop")
                        .requiresStatic("java.compiler")
                        .jar(dir),
                module("acme.reports").requires("acme.charts").jar(dir),
                module("acme.mail").requires("java.compiler").jar(dir),
                module("acme.nomail").requires("java.logging").jar(dir));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.desktop",
                "java.logging",
                "java.sql",
                "java.compiler",
                "java.base",
                "acme.text",
                "acme.core",
                "acme.charts",
                "acme.nomail",
                "jdk.jlink"
            })
    void theWholeText(String module) throws Exception {
        ModuleExplanation explanation = explain(module);

        Golden.hold("explain/" + module + ".txt", ModuleExplanationText.render(explanation));
        assertThat(errors(ModuleExplanationJson.write(explanation))).isEmpty();
    }

    @Test
    void theWholeDocument() throws Exception {
        Golden.hold("explain/java.desktop.json", ModuleExplanationJson.write(explain("java.desktop")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme:natives:linux", "test:acme.charts"})
    void artifactsAreToldByWhatTheyHoldAndWhoOwnsThem(String artifact) throws Exception {
        ModuleIndex index = ModuleIndex.of(path);
        ArtifactExplanation explanation =
                ArtifactExplanation.of(catalog, path, index, requires(), artifact, requests());

        Golden.hold(
                "explain/artifact-" + artifact.replace(':', '-') + ".txt",
                ArtifactExplanationText.render(explanation, TreeStyle.LINES));
        assertThat(errors(ModuleExplanationJson.write(explanation))).isEmpty();
    }

    @Test
    void jarsOfTheClassPathAreToldByTheJarsThatBringThem() throws Exception {
        catalog = CatalogReader.read(Path.of("feature-tags.yaml"), """
                        schema: 1
                        features:
                          web: {artifacts: ['test:acme.web']}
                          db: {artifacts: ['test:acme.db']}
                        profiles: {small: {include: [web]}, full: {include: all}}
                        """).catalog();
        path = List.of(
                module("acme.web").automatic().jar(dir),
                module("acme.db").automatic().jar(dir),
                module("lib.pool").requires("java.sql").jar(dir));
        List<Request> both = Stream.of("small", "full")
                .map(profile -> new Request(profile, Platform.parse("linux/amd64")))
                .toList();
        JarEdges edges =
                entry -> Optional.of(entry.label().equals("test:acme.db:1") ? Set.of("test:lib.pool:1") : Set.of());
        ModuleIndex index = ModuleIndex.of(path);
        RequiresOfProfiles requires = new RequiresOfProfiles(new ModuleRequires(index, TestJdk.running())
                .with(ArtifactNeeds.of(catalog, path, index, edges, TestJdk.running())
                        .byArtifact()));
        ArtifactExplanation pool = ArtifactExplanation.of(catalog, path, index, requires, "test:lib.pool", both);

        Golden.hold("explain/artifact-on-class-path.txt", ArtifactExplanationText.render(pool, TreeStyle.LINES));
        assertThat(errors(ModuleExplanationJson.write(pool))).isEmpty();
        assertThat(ModuleExplanationText.render(ModuleExplanation.of(catalog, requires, "java.sql", both)))
                .contains("test:acme.db -> test:lib.pool -> java.sql");
        String ofModule = ModuleExplanationText.render(ModuleExplanation.of(catalog, requires, "lib.pool", both));
        assertThat(ofModule).isEqualTo("""
                        module lib.pool

                        not in small on linux/amd64
                          nothing of the catalogue reaches it

                        not in full on linux/amd64
                          its jar is in the image, on the class path, where it is no module:
                            feature db (feature-tags.yaml:4:20) -> test:acme.db -> test:lib.pool
                          db is in: asked for by full (all) (feature-tags.yaml:5:53)
                        """);
    }

    @Test
    void whereAProfileReplacesAModuleWhatTheOtherRequiresCounts() throws Exception {
        catalog = CatalogReader.read(Path.of("feature-tags.yaml"), """
                        schema: 1
                        features:
                          draw: {modules: [acme.draw]}
                        profiles:
                          own: {include: [draw]}
                          forked: {include: [draw], replace: {acme.draw: 'test:fork'}}
                        """).catalog();
        TargetJdk jdk = TestJdk.onPaper(dir);
        ModuleRequires own = new ModuleRequires(
                ModuleIndex.of(
                        List.of(module("acme.draw").requires("java.desktop").jar(dir.resolve("own")))),
                jdk);
        ModuleRequires forked = new ModuleRequires(
                ModuleIndex.of(
                        List.of(module("acme.draw").requires("java.logging").jar(dir.resolve("fork")))),
                jdk);
        List<Request> both = Stream.of("own", "forked")
                .map(profile -> new Request(profile, Platform.parse("linux/amd64")))
                .toList();
        ModuleExplanation desktop = ModuleExplanation.of(
                catalog,
                new RequiresOfProfiles(own, new TreeMap<>(Map.of("forked", forked)), JarRequires.UNKNOWN),
                "java.desktop",
                both);

        assertThat(desktop.standings())
                .extracting(ModuleStanding::profile, ModuleStanding::in)
                .containsExactly(tuple("own", true), tuple("forked", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\" : \"module\" | \"kind\" : \"feature\"",
                "\"ways\" | \"paths\"",
                "\"kind\" : \"fallback\" | \"kind\" : \"whim\"",
                "\"possible\" : true | \"possible\" : false",
                "\"unbuilt\" | \"missing\""
            })
    void theSchemaIsNoFormality(String found, String wrong) throws Exception {
        String document = ModuleExplanationJson.write(explain("java.logging"));

        assertThat(document).contains(found);
        assertThat(errors(document.replaceFirst(found, wrong))).isNotEmpty();
    }

    @Test
    void modulesThatAreNowhereAreNamedForNothingIsSeenBeyondThem() {
        path = path.subList(0, 2);

        assertThat(ModuleExplanationText.render(explain("java.desktop")))
                .contains("not on the module path, so that nothing is seen beyond them: acme.charts, acme.desktop");
    }

    private ModuleExplanation explain(String module) {
        return ModuleExplanation.of(catalog, requires(), module, requests());
    }

    private RequiresOfProfiles requires() {
        return new RequiresOfProfiles(
                new ModuleRequires(ModuleIndex.of(path), TestJdk.onPaper(dir)), new TreeMap<>(), JARS);
    }

    private static List<Request> requests() {
        return Stream.of(
                        List.of("screen", "linux/amd64"),
                        List.of("screen", "linux/arm64"),
                        List.of("small", "linux/amd64"),
                        List.of("torn", "linux/amd64"),
                        List.of("torn", "linux/arm64"))
                .map(pair -> new Request(pair.get(0), Platform.parse(pair.get(1))))
                .toList();
    }

    private static List<Error> errors(String document) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/explanation.schema.json")), InputFormat.JSON)
                .validate(document, InputFormat.JSON);
    }
}
