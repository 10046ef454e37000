package io.whittle.assembler.jimage;

import io.whittle.assembler.elf.FileBytes;
import io.whittle.assembler.natives.NativeEntry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;

/**
 * Native files among the resources of a {@code lib/modules} file.
 *
 * <p>A compressed resource begins with a header of its own (jdk.internal.jimage.decompressor.CompressedResourceHeader): a magic, two
 * lengths, where the name of what decompresses it stands among the index's texts, and what follows from there.
 */
public final class JimageNatives {
    private static final int MAGIC = 0xCAFEFAFA;
    private static final int HEADER = 29;
    private static final int DECOMPRESSOR = 20;

    private final FileChannel channel;
    private final JimageIndex index;

    private record Resource(String module, String name, long start, long stored, boolean compressed, long bytes) {}

    private JimageNatives(FileChannel channel, JimageIndex index) {
        this.channel = channel;
        this.index = index;
    }

    /**
     * The native files of each module that holds some, by their paths in it. Every resource but classes is begun, and read as far as a
     * native file's header points.
     *
     * @throws IOException when the file is no such file, or is damaged
     */
    public static SortedMap<String, List<NativeEntry>> of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new JimageNatives(channel, JimageIndex.of(file, channel)).all();
        }
    }

    private SortedMap<String, List<NativeEntry>> all() throws IOException {
        List<Resource> resources = new ArrayList<>();
        index.each(location -> {
            if (!location.isClass()) {
                String module = location.module();
                resources.add(new Resource(
                        module,
                        location.name().substring(module.isEmpty() ? 0 : module.length() + 2),
                        location.start(),
                        location.stored(),
                        location.isCompressed(),
                        location.bytes()));
            }
        });
        SortedMap<String, List<NativeEntry>> natives = new TreeMap<>();
        for (Resource resource : resources) {
            entry(resource)
                    .ifPresent(found -> natives.computeIfAbsent(resource.module(), none -> new ArrayList<>())
                            .add(found));
        }
        return natives;
    }

    private Optional<NativeEntry> entry(Resource resource) throws IOException {
        FileBytes stored = within(resource.start(), resource.stored());
        if (!resource.compressed()) {
            return NativeEntry.of(resource.name(), stored, resource.bytes());
        }
        ByteBuffer header = stored.at(0, HEADER).order(index.order());
        if (header.limit() < HEADER || header.getInt(0) != MAGIC) {
            throw new IOException(resource.name() + " of " + resource.module() + " is damaged in the image of modules");
        }
        // What else there is shares the texts of classes, and is for those.
        if (!index.string(header.getInt(DECOMPRESSOR)).equals("zip")) {
            return Optional.empty();
        }
        channel.position(resource.start() + HEADER);
        // Inflating ends where its stream says so, and needs no other bound. Closing it would close the file.
        InputStream in = new InflaterInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        return NativeEntry.of(resource.name(), FileBytes.of(in), resource.bytes());
    }

    private FileBytes within(long start, long length) {
        FileBytes file = FileBytes.of(channel);
        return (offset, wanted) -> offset < 0 || offset > length
                ? ByteBuffer.allocate(0)
                : file.at(start + offset, (int) Math.min(wanted, length - offset));
    }
}
