package io.whittle.assembler.oci;

import io.whittle.assembler.pack.Packer;
import io.whittle.assembler.pack.TreeEntry;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An image in one file, as {@code docker save} writes it and {@code docker load} and {@code podman load} read it, for one platform. */
final class DockerArchive {
    /** Of their names. */
    static final String ENDING = ".docker.tar";

    private static final int PLAIN = 0644;

    private DockerArchive() {}

    /** Where it goes: beside the linked image. */
    static Path file(OciSettings settings, ContainerSource source) {
        return source.image()
                .resolveSibling(settings.name().replaceAll(".*/", "") + "-" + settings.tag() + "-" + source.profile()
                        + "-" + source.platform().folder() + ENDING);
    }

    /** Writes it, and leaves the stream open. Layers are in it as they are in the layout. */
    static void write(
            OciSettings settings, PlannedContainer planned, Blob config, List<WrittenLayer> layers, OutputStream out)
            throws IOException {
        SortedMap<String, TreeEntry> entries = new TreeMap<>();
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        put(
                entries,
                manifest.put("Config", config.sha256() + ".json").path("Config").asString(),
                config);
        manifest.putArray("RepoTags")
                .add(settings.name() + ":" + settings.tag() + "-"
                        + planned.source().profile());
        ArrayNode names = manifest.putArray("Layers");
        for (WrittenLayer layer : layers) {
            String name = layer.blob().sha256() + ending(layer.mediaType());
            names.add(name);
            put(entries, name, layer.blob());
        }
        ArrayNode document = JsonNodeFactory.instance.arrayNode().add(manifest);
        entries.put("manifest.json", new TreeEntry.Text("manifest.json", PLAIN, JsonText.of(document)));
        Packer.tar(List.copyOf(entries.values()), out, bytes -> {});
    }

    private static void put(SortedMap<String, TreeEntry> entries, String name, Blob blob) {
        entries.put(name, new TreeEntry.PlainFile(name, PLAIN, blob.file(), blob.bytes()));
    }

    private static String ending(String mediaType) {
        return mediaType.endsWith("+gzip") ? ".tar.gz" : mediaType.endsWith("+zstd") ? ".tar.zst" : ".tar";
    }
}
