package io.whittle.assembler.natives;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The libraries that an ELF file needs, read from its dynamic section. Offsets there are addresses in memory, so the segments
 * that are loaded are noted first. Every read is bounded.
 */
final class ElfDynamic {
    private static final int DT_NULL = 0;
    private static final int DT_NEEDED = 1;
    private static final int DT_STRTAB = 5;

    /** More than any library has. */
    private static final int MOST_ENTRIES = 512;

    private static final int MOST_NEEDED = 64;
    private static final int LONGEST_NAME = 128;

    private record Load(long address, long offset, long length) {}

    private final FileBytes file;
    private final ByteOrder order;
    private final boolean wide;
    private final List<Load> loads = new ArrayList<>();
    private long offset;
    private long length;

    ElfDynamic(FileBytes file, ByteOrder order, boolean wide) {
        this.file = file;
        this.order = order;
        this.wide = wide;
    }

    /** Notes that a part of the file stands at an address. */
    void loads(long address, long fileOffset, long size) {
        loads.add(new Load(address, fileOffset, size));
    }

    /** Notes where the section is. */
    void is(long fileOffset, long size) {
        offset = fileOffset;
        length = size;
    }

    /** Names of the libraries that the file asks for, in its order; none for a file without the section. */
    List<String> needed() throws IOException {
        int word = wide ? 8 : 4;
        int size = (int) Math.max(0, Math.min(length, (long) MOST_ENTRIES * 2 * word));
        ByteBuffer entries = file.at(offset, size).order(order);
        List<Long> names = new ArrayList<>();
        long strings = -1;
        for (int at = 0; at + 2 * word <= entries.limit(); at += 2 * word) {
            long tag = word(entries, at);
            long value = word(entries, at + word);
            if (tag == DT_NULL) {
                break;
            }
            if (tag == DT_NEEDED && names.size() < MOST_NEEDED) {
                names.add(value);
            } else if (tag == DT_STRTAB) {
                strings = offsetOf(value);
            }
        }
        List<String> needed = new ArrayList<>();
        if (strings >= 0) {
            for (long name : names) {
                needed.add(text(file.at(strings + name, LONGEST_NAME)));
            }
        }
        return needed;
    }

    private long offsetOf(long address) {
        return loads.stream()
                .filter(load -> address >= load.address() && address - load.address() < load.length())
                .mapToLong(load -> address - load.address() + load.offset())
                .findFirst()
                .orElse(-1);
    }

    private long word(ByteBuffer bytes, int at) {
        return wide ? bytes.getLong(at) : bytes.getInt(at) & 0xffffffffL;
    }

    private static String text(ByteBuffer bytes) {
        byte[] raw = new byte[bytes.limit()];
        bytes.get(0, raw);
        String text = new String(raw, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return end < 0 ? "" : text.substring(0, end);
    }
}
