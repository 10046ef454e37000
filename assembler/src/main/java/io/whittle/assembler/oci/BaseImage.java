package io.whittle.assembler.oci;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The image below others, for one platform.
 *
 * @param folder of its layout
 * @param digest of its manifest
 * @param layers lowest first
 * @param config what it runs, in the words of the format
 * @param history how it came to be, which may be unknown
 * @param names of the files in its layers, without their folders
 */
public record BaseImage(
        Path folder,
        String digest,
        List<BaseLayer> layers,
        ObjectNode config,
        List<JsonNode> history,
        SortedSet<String> names) {
    public BaseImage {
        layers = List.copyOf(layers);
        history = List.copyOf(history);
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /**
     * A layer as it is, byte for byte.
     *
     * @param mediaType the OCI's name for what it is
     * @param diffId hash of its tar without compression
     * @param names how many files and folders it holds
     */
    record BaseLayer(Blob blob, String mediaType, String diffId, int names) {}

    boolean has(String fileName) {
        return names.contains(fileName);
    }
}
