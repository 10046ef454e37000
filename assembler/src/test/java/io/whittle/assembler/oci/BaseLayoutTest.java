package io.whittle.assembler.oci;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.pack.TreeEntry;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static io.whittle.assembler.testing.Schemas.errors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Layouts of others lie below, or are refused with what is wrong with them. */
@DisabledOnOs(OS.WINDOWS)
class BaseLayoutTest {
    @TempDir
    private Path dir;

    private Scene scene;
    private Path base;

    /** A base is what we make ourselves, for amd64. */
    @BeforeEach
    void base() throws Exception {
        scene = new Scene(dir);
        scene.write(scene.plan(scene.image("base", Scene.AMD64)));
        base = scene.layout("base");
    }

    @Test
    void layersOfTheBaseStayByteForByteAndItsSettingsToo() throws Exception {
        BaseImage below = new BaseLayout(base).on(Scene.AMD64);
        List<ContainerImages> made =
                scene.write(ContainerPlanner.onBase(scene.settings(), scene.image("small", Scene.AMD64), below));

        List<WrittenLayer> layers = made.get(0).each().get(0).layers();
        assertThat(layers).hasSize(5);
        for (int i = 0; i < 3; i++) {
            assertThat(layers.get(i).content()).isEqualTo(LayerContent.BASE);
            assertThat(layers.get(i).blob().file())
                    .hasSameBinaryContentAs(below.layers().get(i).blob().file());
        }
        JsonNode config = Scene.JSON.readTree(
                Files.readAllBytes(made.get(0).each().get(0).config().file()));
        assertThat(config.path("rootfs").path("diff_ids")).hasSize(5);
        assertThat(config.path("history")).hasSize(5);
        assertThat(config.path("config")
                        .path("Labels")
                        .path("io.whittle.profile")
                        .asString())
                .isEqualTo("small");
        assertThat(config.path("config").path("Env").toString()).contains("PATH=/opt/app/bin:/opt/app/bin");
    }

    @ParameterizedTest
    @CsvSource({"1001, 1001", "1001:0, 1001", "2:staff, 2", "root, 0", "'', 65532"})
    void theUserOfTheBaseStaysAndVolumesAreThatOnes(String said, int number) throws Exception {
        PlannedContainer planned = onBaseOf(said);
        List<ContainerImages> made = scene.write(planned);

        String user = said.isEmpty() ? "65532:65532" : said;
        assertThat(planned.layers())
                .flatExtracting(Layer::entries)
                .contains(new TreeEntry.Folder("var/lib/app", 0755, number));
        assertThat(config(made).path("User").asString()).isEqualTo(user);
        assertThat(OciText.lines(made.get(0), ContainerImages.sharing(made)))
                .anyMatch(line -> line.contains("runs as " + user + ": "));
        assertThat(errors("oci.schema.json", OciJson.write(made.get(0), ContainerImages.sharing(made))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "nonroot", "app:1000"})
    void aUserByNameIsNotEnoughWhereVolumesAreThatOnes(String said) throws Exception {
        assertThat(catchThrowableOfType(OciException.class, () -> onBaseOf(said)))
                .hasMessageContaining("runs as '" + said + "'")
                .hasMessageContaining("-Dwhittle.imageUser=1000:1000");

        scene.volumes = List.of("/tmp");
        assertThat(onBaseOf(said).user()).isEqualTo(said);

        scene.volumes = List.of("/var/lib/app");
        scene.user = Optional.of(new ContainerUser(7, 8));
        assertThat(onBaseOf(said).user()).isEqualTo("7:8");
    }

    private PlannedContainer onBaseOf(String user) throws Exception {
        BaseImage below = new BaseLayout(base).on(Scene.AMD64);
        BaseImage other = new BaseImage(
                below.folder(),
                below.digest(),
                below.layers(),
                below.config().deepCopy().put("User", user),
                below.history(),
                below.names());
        return ContainerPlanner.onBase(scene.settings(), scene.image("small", Scene.AMD64), other);
    }

    private static JsonNode config(List<ContainerImages> made) throws IOException {
        return Scene.JSON
                .readTree(Files.readAllBytes(made.get(0).each().get(0).config().file()))
                .path("config");
    }

    @Test
    void dockersOwnNamesOfFormatsAreRead() throws Exception {
        rewrite("application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json");
        rewrite("application/vnd.oci.image.layer.v1.tar+gzip", "application/vnd.docker.image.rootfs.diff.tar.gzip");

        assertThat(new BaseLayout(base).on(Scene.AMD64).layers())
                .extracting(BaseImage.BaseLayer::mediaType)
                .containsOnly("application/vnd.oci.image.layer.v1.tar+gzip");
    }

    @Test
    void librariesThatTheBaseLacksAreTold() throws Exception {
        ContainerSource source = scene.image("small", Scene.AMD64, "libXi.so.6");
        BaseImage below = new BaseLayout(base).on(Scene.AMD64);

        OciException refused = catchThrowableOfType(
                OciException.class, () -> ContainerPlanner.onBase(scene.settings(), source, below));
        assertThat(refused).hasMessageContaining("is in no layer of the base").hasMessageContaining("libxi6");
    }

    @Test
    void anotherPlatformIsRefusedWithThoseThatThereAre() {
        assertThat(refusal(Platform.parse("linux/arm64")))
                .contains("has no image for linux/arm64, but for linux/amd64")
                .contains("skopeo copy --all");
    }

    @Test
    void whatIsNoLayoutIsSaidToBeNone() {
        base = dir.resolve("root");

        assertThat(refusal(Scene.AMD64)).contains("is no OCI image layout").contains("oci-layout and index.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sha256: | sha256:../../ | which is no digest of sha256",
                "sha256: | sha512: | which is no digest of sha256",
                "\"size\" | \"weight\" | than its name and its size say",
            })
    void whatAnIndexNamesWronglyIsNotRead(String right, String wrong, String said) throws IOException {
        Path index = base.resolve("index.json");
        Files.writeString(index, Files.readString(index).replace(right, wrong));

        assertThat(refusal(Scene.AMD64)).contains(said);
    }

    @Test
    void damagedContentIsNotTaken() throws IOException {
        Path layer = largest();
        byte[] bytes = Files.readAllBytes(layer);
        bytes[bytes.length / 2] ^= 1;
        Files.write(layer, bytes);
        assertThat(refusal(Scene.AMD64)).contains("other content in blobs/sha256/");

        Files.delete(layer);
        assertThat(refusal(Scene.AMD64)).contains("has no content sha256:");

        Path elsewhere = Files.write(dir.resolve("elsewhere"), bytes);
        Files.createSymbolicLink(layer, elsewhere);
        assertThat(refusal(Scene.AMD64)).contains("has no content sha256:");
    }

    @Test
    void whatIsNoJsonAndWhatGoesRoundIsTold() throws IOException {
        Files.writeString(base.resolve("index.json"), "{");
        assertThat(refusal(Scene.AMD64)).contains("has a document that is no JSON, index.json");

        String empty = "{\"manifests\":[]}";
        Files.writeString(base.resolve("index.json"), empty);
        assertThat(refusal(Scene.AMD64)).contains("but none at all");
    }

    @Test
    void layersThatAreElsewhereAreRefused() throws IOException {
        rewrite(
                "application/vnd.oci.image.layer.v1.tar+gzip",
                "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip");

        assertThat(refusal(Scene.AMD64)).contains("which cannot be kept");
    }

    private String refusal(Platform platform) {
        return catchThrowableOfType(OciException.class, () -> new BaseLayout(base).on(platform))
                .getMessage();
    }

    private Path largest() throws IOException {
        try (Stream<Path> files = Files.list(base.resolve("blobs/sha256"))) {
            return files.max((one, other) ->
                            Long.compare(one.toFile().length(), other.toFile().length()))
                    .orElseThrow();
        }
    }

    // Documents that change get other names, and those who name them change, too.
    private void rewrite(String from, String to) throws IOException {
        JsonNode top = Scene.JSON.readTree(Files.readAllBytes(base.resolve("index.json")));
        JsonNode descriptor = top.path("manifests").get(top.path("manifests").size() - 1);
        String manifest = Files.readString(base.resolve("blobs")
                        .resolve(descriptor.path("digest").asString().replace(':', '/')))
                .replace(from, to);
        String digest = ContentHash.of(manifest);
        Files.writeString(base.resolve("blobs/sha256").resolve(digest), manifest);
        Files.writeString(
                base.resolve("index.json"),
                "{\"manifests\":[{\"mediaType\":\""
                        + descriptor.path("mediaType").asString().replace(from, to) + "\",\"digest\":\"sha256:" + digest
                        + "\",\"size\":" + manifest.length() + "}]}");
    }
}
