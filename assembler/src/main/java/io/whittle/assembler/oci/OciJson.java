package io.whittle.assembler.oci;

import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.SortedMap;

/** Writes oci.json, whose schema is docs/oci.schema.json. Lines end with {@code \n}. */
public final class OciJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private OciJson() {}

    /**
     * The document of a profile's container images.
     *
     * @param sharing images by digest of a layer
     */
    static String write(ContainerImages images, SortedMap<String, List<String>> sharing) {
        OciSettings settings = images.settings();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA)
                .put("profile", images.profile())
                .put("name", settings.name())
                .put("tag", settings.tag())
                .put("compression", settings.compression().word())
                .put("index", images.index().digest());
        ArrayNode each = document.putArray("images");
        images.each().forEach(image -> each.add(image(settings, image, sharing)));
        return JsonText.of(document);
    }

    private static ObjectNode image(
            OciSettings settings, ContainerImage image, SortedMap<String, List<String>> sharing) {
        PlannedContainer planned = image.planned();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("platform", planned.platform().toString());
        node.put("plan", planned.source().plan());
        if (settings.layout()) {
            node.put("tag", settings.tag() + "-" + planned.platform().folder());
        }
        node.put("manifest", image.manifest().digest())
                .put("config", image.config().digest());
        image.archive().ifPresent(file -> node.put("archive", file.getFileName().toString()));
        planned.base().ifPresent(base -> node.put("base", base.digest()));
        node.put("bytes", image.bytes()).put("launcher", planned.source().launcher());
        ArrayNode entryPoint = node.putArray("entryPoint");
        planned.source().entryPoint().forEach(entryPoint::add);
        node.put("user", planned.user());
        ArrayNode libraries = node.putArray("libraries");
        planned.libraries().files().keySet().forEach(libraries::add);
        ObjectNode missing = node.putObject("missing");
        planned.libraries().missing().forEach((library, askers) -> {
            ArrayNode list = missing.putArray(library);
            askers.forEach(list::add);
        });
        ArrayNode layers = node.putArray("layers");
        for (WrittenLayer layer : image.layers()) {
            ObjectNode one = layers.addObject();
            one.put("content", layer.content().word())
                    .put("digest", layer.digest())
                    .put("diffId", layer.diffId())
                    .put("mediaType", layer.mediaType())
                    .put("bytes", layer.bytes())
                    .put("files", layer.files());
            if (layer.content() != LayerContent.BASE) {
                one.put("unpacked", layer.unpacked());
            }
            ArrayNode shared = one.putArray("sharedWith");
            others(planned, layer, sharing).forEach(shared::add);
        }
        return node;
    }

    /** Other images of the call that have the very layer. */
    static List<String> others(PlannedContainer planned, WrittenLayer layer, SortedMap<String, List<String>> sharing) {
        return sharing.get(layer.digest()).stream()
                .filter(title -> !title.equals(planned.source().title()))
                .toList();
    }
}
