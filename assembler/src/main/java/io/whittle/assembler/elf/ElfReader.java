package io.whittle.assembler.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the headers and the dynamic section of an ELF file: System V ABI, chapters "ELF header", "Program header" and "Dynamic
 * section". No number in the file is trusted: what points outside of it is not there.
 */
final class ElfReader {
    private static final int MAGIC = 0x7f454c46;
    private static final int HEADER = 64;

    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_INTERP = 3;

    private static final int DT_NEEDED = 1;
    private static final int DT_STRTAB = 5;
    private static final int DT_STRSZ = 10;
    private static final int DT_SONAME = 14;
    private static final int DT_RPATH = 15;
    private static final int DT_RUNPATH = 29;

    /** Linkers write about a dozen. */
    private static final int MOST_SEGMENTS = 128;

    /** A thousand needs and more. */
    private static final int LONGEST_DYNAMIC = 1 << 16;

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_TEXTS = 1 << 22;

    private record Loaded(long address, long offset, long length) {}

    private record Tag(long kind, long value) {}

    private final FileChannel channel;
    private boolean wide;
    private ByteOrder order;
    private Optional<String> interpreter = Optional.empty();
    private final List<Loaded> loaded = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();

    ElfReader(FileChannel channel) {
        this.channel = channel;
    }

    Optional<ElfNeeds> read() throws IOException {
        Optional<ElfNeeds.Kind> kind = segments();
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        List<String> needed = new ArrayList<>();
        List<String> rpath = new ArrayList<>();
        List<String> runpath = new ArrayList<>();
        Optional<String> soname = Optional.empty();
        for (Tag tag : tags) {
            if (tag.kind() == DT_NEEDED) {
                text(tag.value()).ifPresent(needed::add);
            } else if (tag.kind() == DT_SONAME) {
                soname = text(tag.value());
            } else if (tag.kind() == DT_RPATH) {
                text(tag.value()).ifPresent(folders -> rpath.addAll(List.of(folders.split(":"))));
            } else if (tag.kind() == DT_RUNPATH) {
                text(tag.value()).ifPresent(folders -> runpath.addAll(List.of(folders.split(":"))));
            }
        }
        return Optional.of(new ElfNeeds(kind.get(), interpreter, soname, needed, rpath, runpath));
    }

    /** All texts of the dynamic section, with a zero byte behind each; where versions of symbols stand, too. */
    Optional<String> texts() throws IOException {
        if (segments().isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> size = tag(DT_STRSZ);
        Optional<Long> start = start();
        if (size.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer bytes = at(start.get(), (int) Math.max(0, Math.min(size.get(), LONGEST_TEXTS)));
        return Optional.of(StandardCharsets.ISO_8859_1.decode(bytes).toString());
    }

    private Optional<ElfNeeds.Kind> segments() throws IOException {
        ByteBuffer head = at(0, HEADER);
        // No file that is loaded is shorter than the longer of the two headers.
        if (head.limit() < HEADER || head.getInt(0) != MAGIC) {
            return Optional.empty();
        }
        wide = head.get(4) == 2;
        order = head.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        head.order(order);
        long table = wide ? head.getLong(32) : unsigned(head.getInt(28));
        int size = head.getShort(wide ? 54 : 42) & 0xffff;
        int count = Math.min(head.getShort(wide ? 56 : 44) & 0xffff, MOST_SEGMENTS);
        if (size != (wide ? 56 : 32)) {
            return Optional.empty();
        }
        ByteBuffer headers = at(table, size * count).order(order);
        for (int at = 0; at + size <= headers.limit(); at += size) {
            segment(headers.slice(at, size).order(order));
        }
        return Optional.of(new ElfNeeds.Kind(wide, order == ByteOrder.BIG_ENDIAN, head.getShort(18) & 0xffff));
    }

    private void segment(ByteBuffer header) throws IOException {
        long offset = wide ? header.getLong(8) : unsigned(header.getInt(4));
        long address = wide ? header.getLong(16) : unsigned(header.getInt(8));
        long length = wide ? header.getLong(32) : unsigned(header.getInt(16));
        switch (header.getInt(0)) {
            case PT_LOAD -> loaded.add(new Loaded(address, offset, length));
            case PT_INTERP -> interpreter = Optional.of(text(at(offset, bounded(length, LONGEST_TEXT))));
            case PT_DYNAMIC -> dynamic(at(offset, bounded(length, LONGEST_DYNAMIC)));
            default -> {
                // Nothing that says what else has to be loaded.
            }
        }
    }

    private void dynamic(ByteBuffer section) {
        section.order(order);
        int size = wide ? 16 : 8;
        for (int at = 0; at + size <= section.limit(); at += size) {
            long kind = wide ? section.getLong(at) : section.getInt(at);
            if (kind == 0) {
                return;
            }
            tags.add(new Tag(kind, wide ? section.getLong(at + 8) : unsigned(section.getInt(at + 4))));
        }
    }

    private Optional<Long> tag(int kind) {
        return tags.stream().filter(tag -> tag.kind() == kind).map(Tag::value).findFirst();
    }

    // The table of texts is told by where it is in memory.
    private Optional<Long> start() {
        return tag(DT_STRTAB)
                .flatMap(address -> loaded.stream()
                        .filter(part -> address >= part.address() && address - part.address() < part.length())
                        .map(part -> address - part.address() + part.offset())
                        .findFirst());
    }

    private Optional<String> text(long within) throws IOException {
        Optional<Long> start = start();
        if (start.isEmpty() || within < 0 || within > Long.MAX_VALUE - start.get()) {
            return Optional.empty();
        }
        return Optional.of(text(at(start.get() + within, LONGEST_TEXT))).filter(text -> !text.isEmpty());
    }

    // Up to its zero byte. It is printed, so whatever a terminal could take for a command is not kept.
    private static String text(ByteBuffer bytes) {
        String text = StandardCharsets.US_ASCII.decode(bytes).toString();
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).replaceAll("[^!-~]", "?");
    }

    private ByteBuffer at(long offset, int length) throws IOException {
        long behind = offset < 0 ? 0 : channel.size() - offset;
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(length, behind)));
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, offset + bytes.position());
        }
        return bytes.flip();
    }

    private static int bounded(long length, int most) {
        return length < 0 ? most : (int) Math.min(length, most);
    }

    private static long unsigned(int value) {
        return value & 0xffffffffL;
    }
}
