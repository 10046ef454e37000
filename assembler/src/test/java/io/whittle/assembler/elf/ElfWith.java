package io.whittle.assembler.elf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** ELF files with a dynamic section, made by hand. Their texts are loaded elsewhere than where they are in the file. */
public final class ElfWith {
    private static final long ADDRESS = 0x10000;

    private final boolean wide;
    private final ByteOrder order;
    private final int machine;
    private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
    private final List<long[]> tags = new ArrayList<>();
    private String loader = "";

    public ElfWith(int bits, ByteOrder order, int machine) {
        this.wide = bits == 64;
        this.order = order;
        this.machine = machine;
        texts.write(0);
    }

    /** For amd64. */
    public static ElfWith needs(String... names) {
        return new ElfWith(64, ByteOrder.LITTLE_ENDIAN, 62).needing(names);
    }

    public ElfWith needing(String... names) {
        for (String name : names) {
            tag(1, name);
        }
        return this;
    }

    public ElfWith soname(String name) {
        return tag(14, name);
    }

    public ElfWith rpath(String folders) {
        return tag(15, folders);
    }

    public ElfWith runpath(String folders) {
        return tag(29, folders);
    }

    public ElfWith loader(String path) {
        loader = path + "\0";
        return this;
    }

    /** A text that no tag points at, such as the version of a symbol. */
    public ElfWith text(String text) {
        texts.writeBytes((text + "\0").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** A tag as it is. */
    ElfWith raw(long kind, long value) {
        tags.add(new long[] {kind, value});
        return this;
    }

    private ElfWith tag(int kind, String text) {
        tags.add(new long[] {kind, texts.size()});
        return text(text);
    }

    public Path at(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes());
    }

    byte[] bytes() {
        int start = wide ? 64 : 52;
        int size = wide ? 56 : 32;
        int word = wide ? 8 : 4;
        byte[] strings = texts.toByteArray();
        byte[] interpreter = loader.getBytes(StandardCharsets.US_ASCII);
        List<long[]> all = new ArrayList<>(tags);
        all.add(new long[] {5, ADDRESS});
        all.add(new long[] {10, strings.length});
        all.add(new long[] {0, 0});
        int segments = loader.isEmpty() ? 2 : 3;
        int dynamic = start + size * segments;
        int table = dynamic + all.size() * 2 * word;
        ByteBuffer file = ByteBuffer.allocate(table + strings.length + interpreter.length + 64)
                .order(order);
        file.putInt(0, order == ByteOrder.BIG_ENDIAN ? 0x7f454c46 : 0x464c457f);
        file.put(4, (byte) (wide ? 2 : 1)).put(5, (byte) (order == ByteOrder.BIG_ENDIAN ? 2 : 1));
        file.putShort(18, (short) machine);
        word(file, wide ? 32 : 28, start);
        file.putShort(wide ? 54 : 42, (short) size).putShort(wide ? 56 : 44, (short) segments);
        segment(file, start, 1, table, ADDRESS, strings.length);
        segment(file, start + size, 2, dynamic, 0, all.size() * 2 * word);
        if (!loader.isEmpty()) {
            segment(file, start + 2 * size, 3, table + strings.length, 0, interpreter.length);
        }
        for (int i = 0; i < all.size(); i++) {
            word(file, dynamic + 2 * i * word, all.get(i)[0]);
            word(file, dynamic + (2 * i + 1) * word, all.get(i)[1]);
        }
        file.position(table);
        file.put(strings).put(interpreter);
        return file.array();
    }

    private void segment(ByteBuffer file, int at, int kind, long offset, long address, long length) {
        file.putInt(at, kind);
        word(file, at + (wide ? 8 : 4), offset);
        word(file, at + (wide ? 16 : 8), address);
        word(file, at + (wide ? 32 : 16), length);
    }

    private void word(ByteBuffer file, int at, long value) {
        if (wide) {
            file.putLong(at, value);
        } else {
            file.putInt(at, (int) value);
        }
    }
}
