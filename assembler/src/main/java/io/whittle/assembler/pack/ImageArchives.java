package io.whittle.assembler.pack;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.WholeFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The archives of an image, with what is told of them, beside it. All files appear, or none. */
public final class ImageArchives implements AutoCloseable {
    /** For programs; its schema is docs/pack.schema.json. */
    public static final String JSON = "pack.json";

    /** For people. */
    public static final String MARKDOWN = "pack.md";

    private static final String UNFINISHED = ".new-";

    private final PackOrder order;
    private final List<WholeFile> files = new ArrayList<>();

    private ImageArchives(PackOrder order) {
        this.order = order;
    }

    /**
     * Packs an image. Whoever calls this keeps others from changing or packing it at the same time. What a killed build left of
     * its archives is cleared away.
     *
     * @throws PackException where the image cannot be packed as it is; files of an earlier call stand
     */
    public static PackedImage pack(PackOrder order, PackProgress progress) throws PackException, IOException {
        if (order.formats().contains(ArchiveFormat.TAR_ZST)) {
            ZstdStreams.load();
        }
        clear(order.folder());
        try (ImageArchives archives = new ImageArchives(order)) {
            PackedFolder folder = PackedFolder.of(order.image());
            List<PackedImage.Archive> each = new ArrayList<>();
            for (ArchiveFormat format : order.formats()) {
                each.add(archives.prepare(folder, format, progress));
            }
            PackedImage packed = new PackedImage(order, folder.bytes(), folder.files(), each);
            archives.prepare(JSON, PackJson.write(packed));
            archives.prepare(MARKDOWN, PackMarkdown.write(packed));
            for (WholeFile file : archives.files) {
                file.appear();
            }
            return packed;
        }
    }

    /** What {@link #pack} writes. */
    public static List<Path> files(PackOrder order) {
        List<Path> files = new ArrayList<>();
        for (ArchiveFormat format : order.formats()) {
            files.add(order.archive(format));
            files.add(hash(order.archive(format)));
        }
        files.add(order.folder().resolve(JSON));
        files.add(order.folder().resolve(MARKDOWN));
        return List.copyOf(files);
    }

    /** Takes away what did not appear. */
    @Override
    public void close() throws IOException {
        for (WholeFile file : files) {
            file.close();
        }
    }

    private PackedImage.Archive prepare(PackedFolder folder, ArchiveFormat format, PackProgress progress)
            throws IOException {
        Path file = order.archive(format);
        Path beside = beside(file);
        progress.begin(format, folder.bytes());
        files.add(WholeFile.prepare(
                file, beside, out -> Packer.write(folder, order.name(), format, out, progress::packed)));
        String sha256 = ContentHash.of(beside);
        prepare(hash(file).getFileName().toString(), sha256 + "  " + file.getFileName() + "\n");
        return new PackedImage.Archive(format, Files.size(beside), sha256);
    }

    private void prepare(String name, String text) throws IOException {
        Path file = order.folder().resolve(name);
        files.add(WholeFile.prepare(file, beside(file), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Path hash(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".sha256");
    }

    private static Path beside(Path file) {
        return file.resolveSibling(
                file.getFileName() + UNFINISHED + ProcessHandle.current().pid());
    }

    private static void clear(Path folder) throws IOException {
        for (ArchiveFormat format : ArchiveFormat.values()) {
            try (DirectoryStream<Path> left =
                    Files.newDirectoryStream(folder, "*." + format.word() + UNFINISHED + "*")) {
                for (Path half : left) {
                    Files.delete(half);
                }
            }
        }
    }
}
