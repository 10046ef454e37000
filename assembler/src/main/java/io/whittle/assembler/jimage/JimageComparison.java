package io.whittle.assembler.jimage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two {@code lib/modules} files, resource by resource as they are stored, compressed or not. */
final class JimageComparison implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final SortedMap<String, Place> resources = new TreeMap<>();

    private record Place(long start, long stored) {}

    private JimageComparison(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    /**
     * In what they differ, sorted by name of the resource; empty for equal bytes. Reads each file once or twice.
     *
     * @param name of the file, for the differences
     */
    static List<ImageDifference> of(String name, Path first, Path second) throws IOException {
        if (Files.mismatch(first, second) < 0) {
            return List.of();
        }
        try (JimageComparison one = new JimageComparison(first);
                JimageComparison other = new JimageComparison(second)) {
            one.readIndex();
            other.readIndex();
            List<ImageDifference> differences = one.differences(name, other);
            if (!differences.isEmpty()) {
                // What else differs follows from these: the index tells where they begin.
                return differences;
            }
            boolean ordered = one.order().equals(other.order());
            return List.of(new ImageDifference(
                    name,
                    ordered
                            ? "the same resources in the same order, with another index or tree of folders"
                            : "the same resources in another order"));
        }
    }

    private void readIndex() throws IOException {
        JimageIndex.of(file, channel).each(location -> {
            // Folders and packages are listed too; those that hold anything hold numbers that follow from the
            // resources.
            if (!location.module().isEmpty()) {
                resources.put(location.name(), new Place(location.start(), location.stored()));
            }
        });
    }

    private List<ImageDifference> differences(String name, JimageComparison other) throws IOException {
        List<ImageDifference> differences = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(resources.keySet());
        all.addAll(other.resources.keySet());
        for (String resource : all) {
            Place here = resources.get(resource);
            Place there = other.resources.get(resource);
            String where = name + ": " + resource;
            if (here == null || there == null) {
                differences.add(ImageComparison.onlyIn(where, there == null));
            } else if (!sameBytes(here, other, there)) {
                differences.add(new ImageDifference(where, "other content"));
            }
        }
        return differences;
    }

    private boolean sameBytes(Place here, JimageComparison other, Place there) throws IOException {
        if (here.stored() != there.stored()) {
            return false;
        }
        for (long at = 0; at < here.stored(); at += CHUNK) {
            int length = (int) Math.min(CHUNK, here.stored() - at);
            ByteBuffer ours = JimageIndex.read(channel, here.start() + at, length);
            if (!ours.equals(JimageIndex.read(other.channel, there.start() + at, length))) {
                return false;
            }
        }
        return true;
    }

    private List<String> order() {
        return resources.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().start()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
