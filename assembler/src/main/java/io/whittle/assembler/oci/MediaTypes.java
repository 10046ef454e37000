package io.whittle.assembler.oci;

import io.whittle.assembler.pack.LayerCompression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of formats: those of the OCI image specification 1.1, and Docker's older ones for the same things. */
final class MediaTypes {
    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

    private static final Set<String> INDEXES =
            Set.of(INDEX, "application/vnd.docker.distribution.manifest.list.v2+json");
    private static final Set<String> MANIFESTS =
            Set.of(MANIFEST, "application/vnd.docker.distribution.manifest.v2+json");

    /** What each kind of layer is called that can be kept. */
    private static final Map<String, String> LAYERS = Map.of(
            LAYER,
            LAYER,
            LAYER + "+gzip",
            LAYER + "+gzip",
            LAYER + "+zstd",
            LAYER + "+zstd",
            "application/vnd.docker.image.rootfs.diff.tar",
            LAYER,
            "application/vnd.docker.image.rootfs.diff.tar.gzip",
            LAYER + "+gzip",
            "application/vnd.docker.image.rootfs.diff.tar.zstd",
            LAYER + "+zstd");

    private MediaTypes() {}

    static boolean isIndex(String type) {
        return INDEXES.contains(type);
    }

    static boolean isManifest(String type) {
        return MANIFESTS.contains(type);
    }

    /** The OCI's name for a kind of layer; empty for one that is not kept in a layout, or is none. */
    static Optional<String> layer(String type) {
        return Optional.ofNullable(LAYERS.get(type));
    }

    static String layer(LayerCompression compression) {
        return LAYER + "+" + compression.word();
    }
}
