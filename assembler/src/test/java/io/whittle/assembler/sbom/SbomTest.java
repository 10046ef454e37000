package io.whittle.assembler.sbom;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.natives.ImageNatives;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.ImageSettings;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.assembler.plan.PlannedModule;
import io.whittle.assembler.testing.CycloneDxSchema;
import io.whittle.assembler.testing.TestElf;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What a document says of an image on paper. */
class SbomTest {
    /** SHA-256 of the text "content", as sha256sum prints it. */
    private static final String CONTENT = "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73";

    @TempDir
    private Path dir;

    @BeforeEach
    void image() throws IOException {
        Files.createDirectories(dir.resolve("image/lib"));
        Files.createDirectories(dir.resolve("image/bin"));
        Files.write(dir.resolve("image/bin/java"), TestElf.program(Platform.parse("linux/amd64")));
        Files.writeString(dir.resolve("image/lib/modules"), "no native file");
        Files.createDirectories(dir.resolve("jmods"));
        Files.writeString(dir.resolve("jmods/java.base.jmod"), "content");
        Files.writeString(dir.resolve("jmods/java.sql.jmod"), "content");
        Files.createDirectories(dir.resolve("image/legal/java.base"));
        Files.writeString(dir.resolve("image/legal/java.base/zlib.md"), "zlib");
    }

    @Test
    void theLibraryFindsItValid() throws IOException {
        assertThat(CycloneDxSchema.faults(sbom().bytes())).isEmpty();
    }

    @Test
    void theLibraryRefusesWhatIsNotOfTheSchema() throws IOException {
        String text = new String(sbom().bytes(), StandardCharsets.UTF_8);

        assertThat(faults(text.replace("\"SHA-256\"", "\"SHA-257\""))).isNotEmpty();
        assertThat(faults(text.replace(CONTENT, "none"))).isNotEmpty();
        assertThat(faults(text.replace("\"bom-ref\"", "\"bom-reference\""))).isNotEmpty();
        assertThat(faults(text.replace("urn:uuid:", "urn:"))).isNotEmpty();
    }

    @Test
    void equalImagesGiveEqualBytesAndNoTime() throws IOException {
        byte[] first = sbom().bytes();

        assertThat(sbom().bytes()).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.UTF_8)).doesNotContain("timestamp", dir.toString());
    }

    @Test
    void anotherContentIsAnotherNumber() throws IOException {
        String number = json().get("serialNumber").asString();
        Files.writeString(dir.resolve("jmods/java.base.jmod"), "changed");

        assertThat(number).matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(json().get("serialNumber").asString()).isNotEqualTo(number);
    }

    @Test
    void theImageIsTheApplicationWithItsFeatures() throws IOException {
        JsonNode image = json().at("/metadata/component");

        assertThat(image.get("type").asString()).isEqualTo("application");
        assertThat(image.get("purl").asString()).isEqualTo("pkg:maven/com.acme/app@1.2");
        assertThat(properties(image))
                .containsExactly(
                        "whittle:profile=small",
                        "whittle:platform=linux/amd64",
                        "whittle:jdk=17.0.99",
                        "whittle:jdk-sha256=abc",
                        "whittle:feature=dns",
                        "whittle:feature=net");
        assertThat(json().at("/metadata/tools/components/0/version").asString()).isEqualTo("0.1");
    }

    @Test
    void jarsOfTheClassPathAreTheImagesWithTheHashOfTheJar() throws IOException {
        JsonNode jar = component("jar:com.acme:pool");

        assertThat(jar.get("purl").asString()).isEqualTo("pkg:maven/com.acme/pool@5.1");
        assertThat(jar.at("/hashes/0/content").asString()).isEqualTo("2".repeat(64));
        assertThat(properties(jar)).contains("whittle:file=lib/classpath/pool-5.1.jar", "whittle:owner=feature net");
        assertThat(json().at("/dependencies/0/dependsOn").toString()).contains("jar:com.acme:pool");
    }

    @Test
    void modulesOfTheJdkHaveItsVersionItsVendorAndTheHashOfTheirJmod() throws IOException {
        JsonNode base = component("module:java.base");

        assertThat(base.get("name").asString()).isEqualTo("java.base");
        assertThat(base.get("version").asString()).isEqualTo("17.0.99");
        assertThat(base.at("/supplier/name").asString()).isEqualTo("Acme");
        assertThat(base.at("/hashes/0/content").asString()).isEqualTo(CONTENT);
        assertThat(base.at("/licenses/0/license/name").asString()).isEqualTo("zlib.md");
        assertThat(base.has("purl")).isFalse();
    }

    @Test
    void aJdkWithoutJmodsIsSaidToHaveNoHash() throws IOException {
        Sbom sbom = Sbom.of(input(Optional.empty()));

        assertThat(CycloneDxSchema.faults(sbom.bytes())).isEmpty();
        JsonNode base = component(json(sbom), "module:java.base");
        assertThat(base.has("hashes")).isFalse();
        assertThat(properties(base)).contains("whittle:hash-of=nothing: the JDK has no jmods");
    }

    @Test
    void jarsHaveTheirCoordinatesAndTheHashOfThePlan() throws IOException {
        JsonNode app = component("module:acme.app");

        assertThat(app.get("group").asString()).isEqualTo("com.acme");
        assertThat(app.get("name").asString()).isEqualTo("app");
        assertThat(app.get("purl").asString()).isEqualTo("pkg:maven/com.acme/app@1.2?classifier=x");
        assertThat(app.at("/hashes/0/content").asString()).isEqualTo("1".repeat(64));
        assertThat(properties(app))
                .contains(
                        "whittle:module=acme.app",
                        "whittle:owner=feature dns",
                        "whittle:changed=descriptor-made: it has none",
                        "whittle:changed=signature-dropped: it would not fit");
    }

    @Test
    void whatHasNoLicenceIsSaid() throws IOException {
        assertThat(sbom().unlicensed()).containsExactly("app", "java.sql", "pool");
        assertThat(properties(component("module:java.sql")))
                .contains("whittle:licences=none: the image carries no file for the module under legal/");
    }

    @Test
    void nativeFilesAreKnownByTheirHeader() throws IOException {
        JsonNode java = component("file:bin/java");

        assertThat(java.get("type").asString()).isEqualTo("file");
        assertThat(properties(java)).singleElement().asString().startsWith("whittle:format=ELF 64 bit");
        assertThat(sbom().nativeFiles()).isEqualTo(1);
    }

    @Test
    void nativeFilesOfJarsAreListedWithTheirOrigin() throws IOException {
        byte[] elf = TestElf.of(Platform.parse("linux/amd64")).bytes();
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(dir.resolve("app.jar")))) {
            jar.putNextEntry(new ZipEntry("native/libpool.so"));
            jar.write(elf);
        }
        Files.copy(dir.resolve("app.jar"), dir.resolve("copy.jar"));
        Files.write(dir.resolve("image/lib/liblaid.so"), elf);

        Sbom sbom = sbom();
        assertThat(CycloneDxSchema.faults(sbom.bytes())).isEmpty();
        JsonNode inside = component("jar:com.acme:pool").at("/components/0");
        assertThat(inside.get("bom-ref").asString()).isEqualTo("jar:com.acme:pool!/native/libpool.so");
        assertThat(inside.get("name").asString()).isEqualTo("native/libpool.so");
        assertThat(inside.at("/hashes/0/content").asString()).isEqualTo(ContentHash.of(elf));
        assertThat(component("module:acme.app").get("components")).hasSize(1);
        assertThat(properties(component("file:lib/liblaid.so")))
                .contains("whittle:from=com.acme:app:x:1.2!/liblaid.so");
        assertThat(sbom.nativeFiles()).isEqualTo(4);
    }

    @Test
    void dependenciesAreThoseOfTheImageAlone() throws IOException {
        SortedMap<String, List<String>> graph = new TreeMap<>();
        for (JsonNode node : json().get("dependencies")) {
            graph.put(
                    node.get("ref").asString(),
                    node.get("dependsOn").valueStream().map(JsonNode::asString).toList());
        }

        assertThat(graph)
                .containsOnlyKeys(
                        "image",
                        "file:bin/java",
                        "jar:com.acme:pool",
                        "module:acme.app",
                        "module:java.base",
                        "module:java.sql")
                .containsEntry(
                        "image", List.of("module:acme.app", "module:java.base", "jar:com.acme:pool", "file:bin/java"))
                .containsEntry("module:acme.app", List.of("module:java.base", "module:java.sql"))
                .containsEntry("module:java.base", List.of());
    }

    private Sbom sbom() throws IOException {
        return Sbom.of(input(Optional.of(dir.resolve("jmods"))));
    }

    private SbomInput input(Optional<Path> jmods) {
        SortedMap<String, PlannedModule> modules = new TreeMap<>();
        PlannedModule.Source jdk = new PlannedModule.FromJdk();
        modules.put("java.base", new PlannedModule("java.base", jdk, Optional.empty(), Optional.empty()));
        modules.put("java.sql", new PlannedModule("java.sql", jdk, Optional.empty(), Optional.of("acme.app")));
        PlannedModule.Source jar = new PlannedModule.FromPath(
                dir.resolve("app.jar"),
                "com.acme:app:x:1.2",
                true,
                "1".repeat(64),
                Optional.of(new PlannedModule.Copy(
                        dir.resolve("copy.jar"),
                        "2".repeat(64),
                        List.of(
                                new JarChange(JarChange.Kind.DESCRIPTOR_MADE, "it has none"),
                                new JarChange(JarChange.Kind.SIGNATURE_DROPPED, "it would not fit")),
                        new ImageNatives(
                                List.of(new ImageNatives.LaidFile(dir.resolve("app.jar"), "liblaid.so")), List.of()))));
        modules.put("acme.app", new PlannedModule("acme.app", jar, Optional.of("feature dns"), Optional.empty()));
        SortedMap<String, SortedSet<String>> requires = new TreeMap<>();
        requires.put("acme.app", new TreeSet<>(List.of("java.base", "java.sql", "acme.absent")));
        ImagePlan plan = new ImagePlan(
                "small",
                Platform.parse("linux/amd64"),
                new ImagePlan.Jdk("17.0.99", 17, Optional.of("Acme"), "abc"),
                modules,
                List.of(new PlannedJar(
                        "com.acme:pool",
                        dir.resolve("app.jar"),
                        "com.acme:pool:5.1",
                        false,
                        "pool-5.1.jar",
                        "2".repeat(64),
                        Optional.of("feature net"),
                        Optional.empty())),
                List.of("acme.app"),
                new TreeSet<>(),
                new ImageSettings(Optional.empty(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of());
        return new SbomInput(
                Coordinates.read("com.acme:app:1.2").orElseThrow(),
                Coordinates.read("io.whittle:whittle-maven-plugin:0.1").orElseThrow(),
                plan,
                dir.resolve("image"),
                new TreeSet<>(List.of("net", "dns")),
                requires,
                jmods);
    }

    private static List<String> faults(String text) {
        return CycloneDxSchema.faults(text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode json() throws IOException {
        return json(sbom());
    }

    private static JsonNode json(Sbom sbom) {
        return JsonMapper.shared().readTree(sbom.bytes());
    }

    private JsonNode component(String reference) throws IOException {
        return component(json(), reference);
    }

    private static JsonNode component(JsonNode document, String reference) {
        return document.get("components")
                .valueStream()
                .filter(each -> each.get("bom-ref").asString().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> properties(JsonNode component) {
        return component
                .get("properties")
                .valueStream()
                .map(each ->
                        each.get("name").asString() + "=" + each.get("value").asString())
                .toList();
    }
}
