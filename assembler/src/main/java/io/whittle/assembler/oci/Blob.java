package io.whittle.assembler.oci;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;

/**
 * Content that is named by its hash.
 *
 * @param sha256 in hexadecimal
 * @param bytes its size
 * @param file where it is on this machine
 */
record Blob(String sha256, long bytes, Path file) {
    /** As documents name it. */
    String digest() {
        return "sha256:" + sha256;
    }

    /** By which a document refers to it. */
    ObjectNode descriptor(String mediaType) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mediaType", mediaType)
                .put("digest", digest())
                .put("size", bytes);
    }
}
