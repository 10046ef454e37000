package io.whittle.assembler.jimage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The index of a {@code lib/modules} file, location by location.
 *
 * <p>The format is the JDK's own (jdk.internal.jimage: ImageHeader, ImageLocation), unchanged since Java 9. It is read
 * here because the image may be for another platform, where its own tools cannot run.
 */
public final class JimageIndex {
    private static final int MAGIC = 0xCAFEDADA;
    private static final int HEADER = 7 * Integer.BYTES;

    private static final int END = 0;
    private static final int MODULE = 1;
    private static final int PARENT = 2;
    private static final int BASE = 3;
    private static final int EXTENSION = 4;
    private static final int OFFSET = 5;
    private static final int COMPRESSED = 6;
    private static final int UNCOMPRESSED = 7;
    private static final int KINDS = 8;

    private final Path file;
    private final ByteBuffer index;
    private final int table;
    private final int strings;
    private final long content;
    private final long[] values = new long[KINDS];
    private int described;

    private JimageIndex(Path file, ByteBuffer index, int table, int locations) {
        this.file = file;
        this.index = index;
        this.table = table;
        this.strings = 2 * Integer.BYTES * table + locations;
        this.content = HEADER + index.limit();
    }

    /** What the index says of one resource, folder or package; texts are read when they are asked for. */
    public final class Location {
        private Location() {}

        String module() {
            return text(MODULE);
        }

        /** Whether it is the descriptor of a module. */
        boolean isDescriptor() {
            return text(BASE).equals("module-info") && text(EXTENSION).equals("class");
        }

        /** Whether it is a class. */
        boolean isClass() {
            return text(EXTENSION).equals("class");
        }

        /** Whether it is stored in another form than it is read in. */
        boolean isCompressed() {
            return values[COMPRESSED] != 0;
        }

        /** How many bytes it has when it is read. */
        long bytes() {
            return values[UNCOMPRESSED];
        }

        /** Such as {@code /java.base/java/lang/Object.class}. */
        public String name() {
            String parent = text(PARENT);
            String extension = text(EXTENSION);
            String module = module();
            return (module.isEmpty() ? "" : "/" + module + "/")
                    + (parent.isEmpty() ? "" : parent + "/")
                    + text(BASE)
                    + (extension.isEmpty() ? "" : "." + extension);
        }

        /** Where its bytes begin in the file. */
        public long start() {
            return content + values[OFFSET];
        }

        /** How many bytes it takes in the file. */
        long stored() {
            return values[COMPRESSED] != 0 ? values[COMPRESSED] : values[UNCOMPRESSED];
        }

        /** How many bytes it takes in the index, without its texts: two places in tables, and what is told of it. */
        int indexed() {
            return 2 * Integer.BYTES + described;
        }

        /** Where its texts stand among those of the index; the same text stands at one place for all. */
        IntStream texts() {
            return IntStream.of(MODULE, PARENT, BASE, EXTENSION).map(kind -> (int) values[kind]);
        }

        private String text(int kind) {
            return JimageIndex.this.text(strings + (int) values[kind]);
        }
    }

    /**
     * Reads the index; the content of resources is not touched.
     *
     * @throws IOException when the file is no such file, or is damaged
     */
    public static JimageIndex of(Path file, FileChannel channel) throws IOException {
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
        long end = HEADER + 2L * Integer.BYTES * table + locations + strings;
        if (table < 0 || locations < 0 || strings < 0 || end > channel.size()) {
            throw new IOException(file + " is damaged: its index is longer than the file");
        }
        ByteBuffer index = read(channel, HEADER, (int) (end - HEADER)).order(header.order());
        return new JimageIndex(file, index, table, locations);
    }

    /** One of the texts that its index holds, by where it stands among them. */
    String string(int offset) throws IOException {
        try {
            return text(strings + offset);
        } catch (IndexOutOfBoundsException damaged) {
            throw new IOException(file + " is damaged: its index points outside", damaged);
        }
    }

    /** Of its numbers. */
    ByteOrder order() {
        return index.order();
    }

    /**
     * Shows every location, which holds until the next one is shown. Linear in their number.
     *
     * @throws IOException when the index points outside of itself
     */
    public void each(Consumer<Location> consumer) throws IOException {
        int offsets = Integer.BYTES * table;
        int attributes = offsets + Integer.BYTES * table;
        Location location = new Location();
        try {
            for (int i = 0; i < table; i++) {
                locate(attributes + index.getInt(offsets + Integer.BYTES * i));
                consumer.accept(location);
            }
        } catch (IndexOutOfBoundsException damaged) {
            throw new IOException(file + " is damaged: its index points outside", damaged);
        }
    }

    // A location is a list of attributes, each a byte that holds the kind and the length, then a big-endian number.
    private void locate(int start) {
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
        described = at + 1 - start;
    }

    /** How many bytes one of its texts takes, by where it stands among them. */
    int textBytes(int offset) {
        int end = strings + offset;
        while (index.get(end) != 0) {
            end++;
        }
        return end + 1 - strings - offset;
    }

    /** How many bytes stand before the first resource. */
    long head() {
        return content;
    }

    private String text(int start) {
        int end = start;
        while (index.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - start];
        index.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the image of modules is cut short");
            }
        }
        return buffer.flip();
    }
}
