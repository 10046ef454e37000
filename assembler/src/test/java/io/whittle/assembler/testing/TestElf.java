package io.whittle.assembler.testing;

import io.whittle.graph.catalog.Libc;
import io.whittle.graph.catalog.Platform;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ELF files made by hand: a header, program headers, and what these point at; no code. */
public final class TestElf {
    private static final int INTERP = 3;
    private static final int NOTE = 4;

    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final int NEEDED = 1;
    private static final int STRINGS = 5;

    private record Segment(int type, long address, byte[] content) {}

    private final boolean wide;
    private final ByteOrder order;
    private final int machine;
    private final List<Segment> segments = new ArrayList<>();
    private int osAbi;
    private int gap;
    private int flags;

    public TestElf(int bits, ByteOrder order, int machine) {
        this.wide = bits == 64;
        this.order = order;
        this.machine = machine;
    }

    /** For the processor of a platform; nothing in it tells the system. */
    public static TestElf of(Platform platform) {
        return switch (platform.arch()) {
            case AMD64 -> new TestElf(64, ByteOrder.LITTLE_ENDIAN, 62);
            case ARM64 -> new TestElf(64, ByteOrder.LITTLE_ENDIAN, 183);
            case ARM -> new TestElf(32, ByteOrder.LITTLE_ENDIAN, 40);
            case RISCV64 -> new TestElf(64, ByteOrder.LITTLE_ENDIAN, 243);
            case PPC64LE -> new TestElf(64, ByteOrder.LITTLE_ENDIAN, 21);
            case S390X -> new TestElf(64, ByteOrder.BIG_ENDIAN, 22);
        };
    }

    /** A program for a platform, which asks for its dynamic loader. */
    public static byte[] program(Platform platform) {
        return of(platform)
                .loader(
                        switch (platform.os()) {
                            case LINUX ->
                                platform.libc().equals(Optional.of(Libc.MUSL))
                                        ? "/lib/ld-musl-x86_64.so.1"
                                        : "/lib64/ld-linux-x86-64.so.2";
                            case FREEBSD -> "/libexec/ld-elf.so.1";
                            case OPENBSD -> "/usr/libexec/ld.so";
                            case NETBSD -> "/usr/libexec/ld.elf_so";
                            case MACOS, WINDOWS -> throw new IllegalArgumentException("no ELF there");
                        })
                .bytes();
    }

    public TestElf osAbi(int number) {
        osAbi = number;
        return this;
    }

    public TestElf loader(String path) {
        return segment(INTERP, (path + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    /** A segment of one note. */
    public TestElf note(String owner, int type, int word) {
        byte[] name = (owner + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer note =
                ByteBuffer.allocate(12 + (name.length + 3) / 4 * 4 + 4).order(order);
        note.putInt(name.length).putInt(4).putInt(type).put(name);
        note.putInt(note.limit() - 4, word);
        return segment(NOTE, note.array());
    }

    public TestElf segment(int type, byte[] content) {
        segments.add(new Segment(type, 0, content));
        return this;
    }

    /** A dynamic section that asks for these libraries, whose names are loaded at an address of their own. */
    public TestElf needs(String... libraries) {
        long address = 0x10000;
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        ByteBuffer entries =
                ByteBuffer.allocate((libraries.length + 2) * (wide ? 16 : 8)).order(order);
        for (String library : libraries) {
            entry(entries, NEEDED, names.size());
            names.writeBytes((library + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        entry(entries, STRINGS, address);
        segments.add(new Segment(LOAD, address, names.toByteArray()));
        return segment(DYNAMIC, entries.array());
    }

    /** The flags of the processor, e_flags. */
    public TestElf flags(int word) {
        flags = word;
        return this;
    }

    private void entry(ByteBuffer entries, long tag, long value) {
        if (wide) {
            entries.putLong(tag).putLong(value);
        } else {
            entries.putInt((int) tag).putInt((int) value);
        }
    }

    /** Puts the contents of segments far behind the headers, as tools do that change the loader of a finished program. */
    public TestElf gap(int bytes) {
        gap = bytes;
        return this;
    }

    public byte[] bytes() {
        int start = wide ? 64 : 52;
        int size = wide ? 56 : 32;
        ByteBuffer head =
                ByteBuffer.allocate(start + size * segments.size() + gap).order(order);
        head.putInt(0, order == ByteOrder.BIG_ENDIAN ? 0x7f454c46 : 0x464c457f);
        head.put(4, (byte) (wide ? 2 : 1)).put(5, (byte) (order == ByteOrder.BIG_ENDIAN ? 2 : 1));
        head.put(7, (byte) osAbi).putShort(18, (short) machine);
        if (wide) {
            head.putLong(32, start);
        } else {
            head.putInt(28, start);
        }
        head.putInt(wide ? 48 : 36, flags);
        head.putShort(wide ? 54 : 42, (short) size).putShort(wide ? 56 : 44, (short) segments.size());
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        for (int i = 0; i < segments.size(); i++) {
            int at = start + size * i;
            byte[] content = segments.get(i).content();
            int offset = head.limit() + contents.size();
            head.putInt(at, segments.get(i).type());
            if (wide) {
                head.putLong(at + 16, segments.get(i).address());
                head.putLong(at + 8, offset).putLong(at + 32, content.length).putLong(at + 48, 4);
            } else {
                head.putInt(at + 8, (int) segments.get(i).address());
                head.putInt(at + 4, offset).putInt(at + 16, content.length).putInt(at + 28, 4);
            }
            contents.writeBytes(content);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head.array());
        file.writeBytes(contents.toByteArray());
        // No file that runs is shorter than the longer of the two headers.
        file.writeBytes(new byte[16]);
        return file.toByteArray();
    }
}
