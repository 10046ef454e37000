package io.whittle.assembler.oci;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The container images of a profile, one for each platform, in a layout of the OCI and in archives for {@code docker load}. What a
 * layout holds is what its index.json names, and that is replaced in one step; archives appear whole.
 */
final class ContainerLayout implements AutoCloseable {
    private static final String REF = "org.opencontainers.image.ref.name";

    private final OciSettings settings;
    private final Path place;
    private final LayerStore store;
    private final BlobFolder blobs;
    private final OciProgress progress;
    private final List<WholeFile> files = new ArrayList<>();

    private ContainerLayout(OciSettings settings, Path place, LayerStore store, OciProgress progress)
            throws IOException {
        this.settings = settings;
        this.place = place;
        this.store = store;
        this.blobs = BlobFolder.in(place);
        this.progress = progress;
    }

    /**
     * Writes the images of a profile.
     *
     * @param place where the layout goes
     * @param store layers of other images, which stand where they were written
     */
    static ContainerImages write(
            OciSettings settings, Path place, List<PlannedContainer> planned, LayerStore store, OciProgress progress)
            throws IOException {
        try (ContainerLayout writer = new ContainerLayout(settings, place, store, progress)) {
            return writer.write(planned);
        }
    }

    private ContainerImages write(List<PlannedContainer> planned) throws IOException {
        List<ContainerImage> images = new ArrayList<>();
        for (PlannedContainer each : planned) {
            images.add(image(each));
        }
        ArrayNode platforms = JsonNodeFactory.instance.arrayNode();
        images.forEach(image -> platforms.add(descriptor(image)));
        Blob index = blobs.put(index(platforms));
        if (settings.layout()) {
            prepare(place.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
            prepare(place.resolve("index.json"), top(index, images));
        }
        for (WholeFile file : files) {
            file.appear();
        }
        blobs.clear();
        return new ContainerImages(settings, place, index, images);
    }

    private ContainerImage image(PlannedContainer planned) throws IOException {
        List<WrittenLayer> layers = new ArrayList<>();
        if (planned.base().isPresent()) {
            for (BaseImage.BaseLayer layer : planned.base().get().layers()) {
                layers.add(new WrittenLayer(
                        LayerContent.BASE,
                        blobs.copy(layer.blob()),
                        layer.mediaType(),
                        layer.diffId(),
                        0,
                        layer.names()));
            }
        }
        for (Layer layer : planned.layers()) {
            progress.begin(planned.source().title(), layer.content().word(), layer.bytes());
            layers.add(store.write(layer, blobs, progress::done));
        }
        Blob config = blobs.put(ContainerConfig.write(settings, planned, layers));
        Blob manifest = blobs.put(manifest(config, layers));
        Optional<Path> archive = settings.archive()
                ? Optional.of(ContainerImage.archiveOf(settings, planned.source()))
                : Optional.empty();
        if (archive.isPresent()) {
            Path file = archive.get();
            files.add(WholeFile.prepare(
                    file, Unfinished.beside(file), out -> DockerArchive.write(settings, planned, config, layers, out)));
        }
        return new ContainerImage(planned, layers, config, manifest, archive);
    }

    private static String manifest(Blob config, List<WrittenLayer> layers) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schemaVersion", 2).put("mediaType", MediaTypes.MANIFEST);
        document.set("config", config.descriptor(MediaTypes.CONFIG));
        ArrayNode each = document.putArray("layers");
        layers.forEach(layer -> each.add(layer.blob().descriptor(layer.mediaType())));
        return JsonText.of(document);
    }

    private static ObjectNode descriptor(ContainerImage image) {
        ObjectNode descriptor = image.manifest().descriptor(MediaTypes.MANIFEST);
        descriptor.set("platform", OciPlatform.of(image.planned().platform()).json());
        return descriptor;
    }

    private static String index(ArrayNode manifests) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schemaVersion", 2).put("mediaType", MediaTypes.INDEX);
        document.set("manifests", manifests);
        return JsonText.of(document);
    }

    // All platforms under the tag; each by itself under a tag of its own, for tools that take no index.
    private String top(Blob index, List<ContainerImage> images) {
        ArrayNode manifests = JsonNodeFactory.instance.arrayNode();
        ObjectNode all = index.descriptor(MediaTypes.INDEX);
        all.putObject("annotations").put(REF, settings.tag());
        manifests.add(all);
        for (ContainerImage image : images) {
            ObjectNode one = descriptor(image);
            one.putObject("annotations")
                    .put(REF, settings.tag() + "-" + image.planned().platform().folder());
            manifests.add(one);
        }
        return index(manifests);
    }

    private void prepare(Path file, String text) throws IOException {
        files.add(WholeFile.prepare(file, Unfinished.beside(file), text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes away what did not appear. */
    @Override
    public void close() throws IOException {
        for (WholeFile file : files) {
            file.close();
        }
    }
}
