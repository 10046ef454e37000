package io.whittle.assembler.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The index of a {@code lib/modules} file: which modules are in it and what each takes there.
 *
 * <p>The format is the JDK's own (jdk.internal.jimage: ImageHeader, ImageLocation), unchanged since Java 9. It is read
 * here because the image may be for another platform, where its own tools cannot run.
 *
 * @param bytesByModule bytes in the file, as stored, of each module's resources
 * @param order of the numbers in its index, which must be the processor's
 */
record Jimage(SortedMap<String, Long> bytesByModule, ByteOrder order) {
    private static final int MAGIC = 0xCAFEDADA;
    private static final int HEADER = 7 * Integer.BYTES;

    private static final int END = 0;
    private static final int MODULE = 1;
    private static final int BASE = 3;
    private static final int EXTENSION = 4;
    private static final int COMPRESSED = 6;
    private static final int UNCOMPRESSED = 7;
    private static final int KINDS = 8;

    Jimage {
        bytesByModule = Collections.unmodifiableSortedMap(new TreeMap<>(bytesByModule));
    }

    /**
     * Reads the index. Linear in the number of resources; their content is not touched.
     *
     * @throws IOException when the file is no such file, or is damaged
     */
    static Jimage of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = read(channel, 0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
            if (header.getInt(0) != MAGIC) {
                header.order(ByteOrder.BIG_ENDIAN);
            }
            if (header.getInt(0) != MAGIC) {
                throw new IOException(file + " is no image of modules");
            }
            int table = header.getInt(16);
            int locations = header.getInt(20);
            int strings = header.getInt(24);
            long index = HEADER + 2L * Integer.BYTES * table + locations + strings;
            if (table < 0 || locations < 0 || strings < 0 || index > channel.size()) {
                throw new IOException(file + " is damaged: its index is longer than the file");
            }
            return index(read(channel, HEADER, (int) (index - HEADER)).order(header.order()), table, locations, file);
        }
    }

    private static Jimage index(ByteBuffer index, int table, int locations, Path file) throws IOException {
        int offsets = Integer.BYTES * table;
        int attributes = offsets + Integer.BYTES * table;
        int strings = attributes + locations;
        Map<String, Long> sizes = new HashMap<>();
        SortedMap<String, Long> modules = new TreeMap<>();
        long[] values = new long[KINDS];
        try {
            for (int i = 0; i < table; i++) {
                location(index, attributes + index.getInt(offsets + Integer.BYTES * i), values);
                String module = text(index, strings + (int) values[MODULE]);
                long stored = values[COMPRESSED] != 0 ? values[COMPRESSED] : values[UNCOMPRESSED];
                sizes.merge(module, stored, Long::sum);
                // The index also lists packages and folders; a module is what has a descriptor.
                if (text(index, strings + (int) values[BASE]).equals("module-info")
                        && text(index, strings + (int) values[EXTENSION]).equals("class")) {
                    modules.put(module, 0L);
                }
            }
        } catch (IndexOutOfBoundsException damaged) {
            throw new IOException(file + " is damaged: its index points outside", damaged);
        }
        modules.replaceAll((module, none) -> sizes.get(module));
        return new Jimage(modules, index.order());
    }

    // A location is a list of attributes, each a byte that holds the kind and the length, then a big-endian number.
    private static void location(ByteBuffer index, int start, long[] values) {
        Arrays.fill(values, 0);
        int at = start;
        for (int head = index.get(at) & 0xff; head >>> 3 != END; head = index.get(at) & 0xff) {
            int kind = head >>> 3;
            int length = (head & 7) + 1;
            long value = 0;
            for (int i = 1; i <= length; i++) {
                value = value << 8 | index.get(at + i) & 0xff;
            }
            if (kind < KINDS) {
                values[kind] = value;
            }
            at += 1 + length;
        }
    }

    private static String text(ByteBuffer index, int start) {
        int end = start;
        while (index.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - start];
        index.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the image of modules is cut short");
            }
        }
        return buffer.flip();
    }
}
