package io.whittle.assembler.oci;

import io.whittle.assembler.elf.ElfNeeds;
import io.whittle.assembler.elf.ElfWith;
import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.pack.LayerCompression;
import io.whittle.assembler.pack.LayerListing;
import io.whittle.assembler.pack.TreeEntry;
import io.whittle.assembler.pack.UnpackBounds;
import io.whittle.graph.catalog.Platform;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Layouts and archives hold what their documents say. */
@DisabledOnOs(OS.WINDOWS)
class ContainerLayoutTest {
    @TempDir
    private Path dir;

    private Scene scene;

    @BeforeEach
    void scene() throws IOException {
        scene = new Scene(dir);
    }

    @ParameterizedTest
    @EnumSource(LayerCompression.class)
    void everyNameIsTheHashOfWhatItNames(LayerCompression compression) throws Exception {
        scene.compression = compression;
        scene.write(scene.plan(scene.image("small", Scene.AMD64)));

        JsonNode top =
                Scene.JSON.readTree(Files.readAllBytes(scene.layout("small").resolve("index.json")));
        assertThat(Files.readString(scene.layout("small").resolve("oci-layout")))
                .contains("\"1.0.0\"");
        assertThat(tags(top)).containsExactly("1.0", "1.0-linux-amd64");
        JsonNode index = scene.blob("small", top.path("manifests").get(0));
        assertThat(index.path("manifests").get(0).path("platform").toString())
                .isEqualTo("{\"architecture\":\"amd64\",\"os\":\"linux\"}");
        JsonNode manifest = scene.blob("small", index.path("manifests").get(0));
        JsonNode config = scene.blob("small", manifest.path("config"));
        for (int i = 0; i < manifest.path("layers").size(); i++) {
            JsonNode layer = manifest.path("layers").get(i);
            Path file = scene.blobFile("small", layer.path("digest").asString());
            assertThat("sha256:" + ContentHash.of(file))
                    .isEqualTo(layer.path("digest").asString());
            assertThat(Files.size(file)).isEqualTo(layer.path("size").asLong());
            assertThat(layer.path("mediaType").asString()).endsWith(".tar+" + compression.word());
            assertThat("sha256:" + LayerListing.of(file, UnpackBounds.OF_JDKS).sha256())
                    .isEqualTo(config.path("rootfs").path("diff_ids").get(i).asString());
        }
        assertThat(config.path("history")).hasSameSizeAs(manifest.path("layers"));
    }

    @Test
    void aContainerRunsJavaAsWhoHasNoRights() throws Exception {
        scene.write(scene.plan(scene.image("small", Scene.AMD64)));

        JsonNode config = config("small").path("config");
        assertThat(config.path("User").asString()).isEqualTo("65532:65532");
        assertThat(config.path("Entrypoint").toString())
                .isEqualTo("[\"/opt/app/bin/java\",\"-m\",\"acme.app/acme.App\"]");
        assertThat(config.path("Cmd").toString()).isEqualTo("[\"serve\"]");
        assertThat(config.path("Env").toString())
                .isEqualTo("[\"JAVA_HOME=/opt/app\",\"LANG=C.UTF-8\",\"MODE=quiet\",\"PATH=/opt/app/bin\"]");
        assertThat(config.path("WorkingDir").asString()).isEqualTo("/home/nonroot");
        assertThat(config.path("Volumes").toString()).isEqualTo("{\"/tmp\":{},\"/var/lib/app\":{}}");
        assertThat(config.path("ExposedPorts").toString()).isEqualTo("{\"8080/tcp\":{}}");
        assertThat(config.path("Labels").path("io.whittle.features").asString()).isEqualTo("a,b");
    }

    @Test
    void layersHoldTheSystemTheJdkAndTheApplicationInThisOrder() throws Exception {
        PlannedContainer planned = scene.plan(scene.image("small", Scene.AMD64, "libX11.so.6"));
        assertThat(planned.layers())
                .extracting(Layer::content)
                .containsExactly(
                        LayerContent.SYSTEM, LayerContent.JDK, LayerContent.LIBRARIES, LayerContent.APPLICATION);
        List<ContainerImages> made = scene.write(planned);

        List<SortedMap<String, TarArchiveEntry>> layers = new ArrayList<>();
        for (WrittenLayer layer : made.get(0).each().get(0).layers()) {
            layers.add(entries(layer.blob().file()));
        }
        assertThat(layers.get(0))
                .containsKeys("etc/passwd", "etc/group", "etc/nsswitch.conf", "lib/x86_64-linux-gnu/libc.so.6", "tmp/")
                .doesNotContainKey("lib/x86_64-linux-gnu/libX11.so.6");
        assertThat(layers.get(1))
                .containsOnlyKeys(
                        "opt/",
                        "opt/app/",
                        "opt/app/bin/",
                        "opt/app/bin/java",
                        "opt/app/lib/",
                        "opt/app/lib/server/",
                        "opt/app/lib/server/libjvm.so");
        assertThat(layers.get(2)).containsKey("lib/x86_64-linux-gnu/libX11.so.6");
        assertThat(layers.get(3)).containsKeys("opt/app/lib/modules", "opt/app/lib/libmore.so", "var/lib/app/");
        assertThat(layers.get(0).get("tmp/").getMode() & 07777).isEqualTo(01777);
        assertThat(layers.get(3).get("tmp/").getMode() & 07777)
                .as("a volume there is everybody's")
                .isEqualTo(01777);
        assertThat(layers.get(3).get("tmp/").getLongUserId()).isZero();
        assertThat(layers.get(3).get("var/lib/app/").getLongUserId()).isEqualTo(65532);
        assertThat(layers.get(3).get("opt/app/lib/modules").getLongUserId()).isZero();
        assertThat(layers)
                .allSatisfy(layer -> assertThat(layer.values())
                        .allMatch(entry -> entry.getLastModifiedDate()
                                .toInstant()
                                .toString()
                                .equals("1980-02-01T00:00:00Z")));
    }

    @Test
    void foldersOfTheSystemKeepModeAndOwnerInLayersAboveIt() throws Exception {
        scene.folder = "/home/nonroot/app";
        scene.volumes = List.of("/tmp/cache", "/home/nonroot/data");

        assertThat(scene.plan(scene.image("small", Scene.AMD64)).layers())
                .flatExtracting(Layer::entries)
                .filteredOn(entry -> List.of("tmp", "home/nonroot").contains(entry.name()))
                .containsOnly(new TreeEntry.Folder("tmp", 01777), new TreeEntry.Folder("home/nonroot", 0700, 65532));
    }

    @Test
    void usersAreToldInDigitsThatSystemsReadWhateverTheLocaleOfTheBuild() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(scene.plan(scene.image("small", Scene.AMD64))
                            .layers()
                            .get(0)
                            .entries())
                    .contains(new TreeEntry.Text("etc/passwd", 0644, """
                            root:x:0:0:root:/root:/sbin/nologin
                            nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin
                            """));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void profilesShareWhatTheyHaveInCommon() throws Exception {
        List<ContainerImages> made = scene.write(
                scene.plan(scene.image("small", Scene.AMD64)),
                scene.plan(scene.image("full", Scene.AMD64, "libX11.so.6")));

        List<String> full = digests(made.get(0));
        List<String> small = digests(made.get(1));
        assertThat(small).hasSize(3);
        assertThat(full).hasSize(4).startsWith(small.get(0), small.get(1)).doesNotContain(small.get(2));
        assertThat(OciText.lines(made.get(1), ContainerImages.sharing(made)))
                .anyMatch(line ->
                        line.contains("files of java.base: ") && line.endsWith(", shared with full for linux/amd64"));
    }

    @Test
    void theSameImageComesToTheSameBytesAndFormerContentGoes() throws Exception {
        PlannedContainer planned = scene.plan(scene.image("small", Scene.AMD64));
        scene.write(planned);
        byte[] index = Files.readAllBytes(scene.layout("small").resolve("index.json"));
        List<String> blobs = blobs();
        Files.writeString(scene.layout("small").resolve("blobs/sha256/.new-4711-0"), "left by a killed build");
        scene.write(planned);
        assertThat(scene.layout("small").resolve("index.json")).hasBinaryContent(index);
        assertThat(blobs()).isEqualTo(blobs);

        Files.writeString(planned.source().image().resolve("lib/modules"), "other modules");
        scene.write(scene.plan(planned.source()));
        assertThat(blobs()).hasSameSizeAs(blobs).isNotEqualTo(blobs);
    }

    @Test
    void anArchiveHoldsConfigurationAndLayersByTheirNames() throws Exception {
        scene.layout = false;
        List<ContainerImages> made = scene.write(scene.plan(scene.image("small", Scene.AMD64)));

        Path archive = made.get(0).each().get(0).archive().orElseThrow();
        assertThat(archive).hasFileName("app-1.0-small-linux-amd64.docker.tar");
        assertThat(scene.layout("small")).doesNotExist();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(Files.newInputStream(archive))) {
            List<String> names = new ArrayList<>();
            JsonNode manifest = null;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
                manifest = entry.getName().equals("manifest.json") ? Scene.JSON.readTree(tar.readAllBytes()) : manifest;
            }
            assertThat(manifest.get(0).path("RepoTags").toString()).isEqualTo("[\"acme/app:1.0-small\"]");
            assertThat(names).contains(manifest.get(0).path("Config").asString());
            manifest.get(0).path("Layers").forEach(layer -> assertThat(names).contains(layer.asString()));
        }
    }

    @Test
    void archivesAloneShareLayersAndLeaveNothingBeside() throws Exception {
        scene.layout = false;
        PlannedContainer full = scene.plan(scene.image("full", Scene.AMD64));
        PlannedContainer small = scene.plan(scene.image("small", Scene.AMD64));
        assertThat(scene.write(full, small))
                .allSatisfy(images ->
                        assertThat(images.each().get(0).archive().orElseThrow()).isRegularFile());
        assertThat(scene.output.resolve("oci")).isEmptyDirectory();

        Files.delete(small.source().image().resolve("lib/modules"));
        assertThatThrownBy(() -> scene.write(full, small)).isInstanceOf(IOException.class);
        assertThat(scene.output.resolve("oci")).isEmptyDirectory();
    }

    @Test
    void severalPlatformsStandInOneIndex() throws Exception {
        ContainerSource other = scene.image("small", Platform.parse("linux/arm/v7"));
        scene.write(scene.plan(scene.image("small", Scene.AMD64)), scene.plan(other));

        JsonNode top =
                Scene.JSON.readTree(Files.readAllBytes(scene.layout("small").resolve("index.json")));
        assertThat(tags(top)).containsExactly("1.0", "1.0-linux-amd64", "1.0-linux-arm-v7");
        assertThat(scene.blob("small", top.path("manifests").get(0))
                        .path("manifests")
                        .get(1)
                        .path("platform")
                        .toString())
                .isEqualTo("{\"architecture\":\"arm\",\"os\":\"linux\",\"variant\":\"v7\"}");
    }

    @Test
    void librariesThatAreNowhereAreToldAllAtOnce() throws Exception {
        ContainerSource source = scene.image("small", Scene.AMD64, "libXtst.so.6");
        OciException refused = catchThrowableOfType(OciException.class, () -> scene.plan(source));
        assertThat(refused).hasMessageContaining("libXtst.so.6, needed by /opt/app/lib/libmore.so (Debian: libxtst6)");
        assertThat(refused).hasMessageContaining("-Dwhittle.missingLibraries=warn");

        scene.missingAllowed = true;
        assertThat(scene.plan(source).notes()).anyMatch(note -> note.contains("libXtst.so.6"));
    }

    @Test
    void whatNativeFilesInJarsNeedComesAlongOrIsMissed() throws Exception {
        scene.packed.put("/opt/app/lib/classpath/a.jar!/libown.so", needs("libX11.so.6", "libbeside.so"));
        scene.packed.put("/opt/app/lib/classpath/b.jar!/libbeside.so", needs());
        assertThat(scene.plan(scene.image("small", Scene.AMD64)).libraries().files())
                .containsKey("/lib/x86_64-linux-gnu/libX11.so.6");

        scene.packed.remove("/opt/app/lib/classpath/b.jar!/libbeside.so");
        assertThatThrownBy(() -> scene.plan(scene.image("small", Scene.AMD64)))
                .isInstanceOf(OciException.class)
                .hasMessageContaining("libbeside.so, needed by /opt/app/lib/classpath/a.jar!/libown.so");
    }

    @Test
    void aLinkInThePlaceOfContentIsNotFollowed() throws Exception {
        Files.createDirectories(scene.layout("small"));
        Path elsewhere = Files.createDirectories(dir.resolve("elsewhere"));
        Files.createSymbolicLink(scene.layout("small").resolve("blobs"), elsewhere);
        PlannedContainer planned = scene.plan(scene.image("small", Scene.AMD64));

        assertThatThrownBy(() -> scene.write(planned))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it is a link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    private ElfNeeds needs(String... names) throws IOException {
        return ElfNeeds.of(ElfWith.needs(names).at(dir.resolve("packed"))).orElseThrow();
    }

    private JsonNode config(String profile) throws IOException {
        JsonNode top =
                Scene.JSON.readTree(Files.readAllBytes(scene.layout(profile).resolve("index.json")));
        return scene.blob(
                profile, scene.blob(profile, top.path("manifests").get(1)).path("config"));
    }

    private List<String> blobs() throws IOException {
        try (Stream<Path> files = Files.list(scene.layout("small").resolve("blobs/sha256"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> digests(ContainerImages images) {
        return images.each().get(0).layers().stream().map(WrittenLayer::digest).toList();
    }

    private static List<String> tags(JsonNode index) {
        List<String> tags = new ArrayList<>();
        index.path("manifests")
                .forEach(each -> tags.add(each.path("annotations")
                        .path("org.opencontainers.image.ref.name")
                        .asString()));
        return tags;
    }

    private static SortedMap<String, TarArchiveEntry> entries(Path layer) throws IOException {
        SortedMap<String, TarArchiveEntry> entries = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(layer)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName(), entry);
            }
        }
        return entries;
    }
}
