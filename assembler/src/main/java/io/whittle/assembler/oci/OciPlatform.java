package io.whittle.assembler.oci;

import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A platform in the words of container images; the variant is empty where it is left open. */
record OciPlatform(String os, String architecture, String variant) {
    static OciPlatform of(Platform platform) {
        return new OciPlatform(
                platform.os().word(), platform.arch().word(), platform.variant().orElse(""));
    }

    /** Out of a configuration. */
    static OciPlatform read(JsonNode config) {
        return new OciPlatform(
                config.path("os").asString(""),
                config.path("architecture").asString(""),
                config.path("variant").asString(""));
    }

    /** Whether an image for this may lie below one for another: variants that are left open serve all, v8 of arm64 is the plain one. */
    boolean serves(OciPlatform wanted) {
        return os.equals(wanted.os)
                && architecture.equals(wanted.architecture)
                && (variant.isEmpty() || wanted.variant.isEmpty() || variant.compareTo(wanted.variant) <= 0);
    }

    void writeTo(ObjectNode document) {
        document.put("architecture", architecture).put("os", os);
        if (!variant.isEmpty()) {
            document.put("variant", variant);
        }
    }

    ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        writeTo(document);
        return document;
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
