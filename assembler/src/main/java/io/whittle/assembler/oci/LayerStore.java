package io.whittle.assembler.oci;

import io.whittle.assembler.pack.LayerCompression;
import io.whittle.assembler.pack.Packer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** Layers that have been compressed, so that one which several images share is compressed once. */
final class LayerStore {
    private final LayerCompression compression;
    private final Map<String, Blob> known = new HashMap<>();

    LayerStore(LayerCompression compression) {
        this.compression = compression;
    }

    /**
     * Writes a layer as content of a layout. Its files are read twice: to know it by its hash, and to compress it.
     *
     * @throws IOException also where a file has changed in between
     */
    WrittenLayer write(Layer layer, BlobFolder blobs, LongConsumer done) throws IOException {
        HashedStream plain = new HashedStream(OutputStream.nullOutputStream());
        try (plain) {
            Packer.tar(layer.entries(), plain, bytes -> {});
        }
        String diffId = plain.sha256();
        Blob former = known.get(diffId);
        Blob blob = former == null ? compress(layer, diffId, blobs, done) : blobs.copy(former);
        known.putIfAbsent(diffId, blob);
        return new WrittenLayer(
                layer.content(), blob, MediaTypes.layer(compression), "sha256:" + diffId, layer.bytes(), layer.files());
    }

    private Blob compress(Layer layer, String diffId, BlobFolder blobs, LongConsumer done) throws IOException {
        Path beside = blobs.beside();
        try {
            HashedStream compressed = new HashedStream(Files.newOutputStream(beside));
            try (HashedStream plain = new HashedStream(compression.compressing(compressed))) {
                Packer.tar(layer.entries(), plain, done);
                if (!plain.sha256().equals(diffId)) {
                    throw new IOException(
                            "a file of the " + layer.content().word() + " layer was changed while it was packed");
                }
            }
            return blobs.keep(beside, compressed.sha256());
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
