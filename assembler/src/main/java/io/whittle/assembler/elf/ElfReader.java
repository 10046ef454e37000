package io.whittle.assembler.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The headers, the notes and the dynamic section of an ELF file: System V ABI, chapters "ELF header", "Program header", "Note section" and
 * "Dynamic section". No number in the file is trusted: what points outside of it is not there, and every read is bounded.
 */
public final class ElfReader {
    private static final int MAGIC = 0x7f454c46;
    private static final int HEADER = 64;

    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_INTERP = 3;
    private static final int PT_NOTE = 4;

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
    private static final int LONGEST_NOTES = 4096;
    private static final int LONGEST_TEXTS = 1 << 22;

    private record Loaded(long address, long offset, long length) {}

    private record Tag(long kind, long value) {}

    private final FileBytes file;
    private final ByteBuffer head;
    private final boolean wide;
    private final ByteOrder order;
    private Optional<String> interpreter = Optional.empty();
    private final List<ElfNote> notes = new ArrayList<>();
    private final List<Loaded> loaded = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();

    private ElfReader(FileBytes file, ByteBuffer head) throws IOException {
        this.file = file;
        this.head = head;
        this.wide = head.get(4) == 2;
        this.order = head.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        head.order(order);
        if (isLoadable()) {
            segments();
        }
    }

    /** Reads a file's headers; empty when it is no ELF file. No file that is linked is shorter than the longer of the two headers. */
    public static Optional<ElfReader> of(FileBytes file) throws IOException {
        ByteBuffer head = file.at(0, HEADER);
        return head.limit() < HEADER || head.getInt(0) != MAGIC
                ? Optional.empty()
                : Optional.of(new ElfReader(file, head));
    }

    /** Which files it can be loaded together with. */
    public ElfNeeds.Kind kind() {
        return new ElfNeeds.Kind(wide, order == ByteOrder.BIG_ENDIAN, head.getShort(18) & 0xffff);
    }

    /** EI_OSABI. */
    public int osAbi() {
        return head.get(7) & 0xff;
    }

    /** Flags of the processor: e_flags. */
    public int flags() {
        return head.getInt(wide ? 48 : 36);
    }

    /** Whether it has what a loader reads; objects that a linker takes do not. */
    boolean isLoadable() {
        return segmentSize() == (wide ? 56 : 32);
    }

    /** The loader that a program names. */
    public Optional<String> interpreter() {
        return interpreter;
    }

    /** Its notes, in its order. */
    public List<ElfNote> notes() {
        return List.copyOf(notes);
    }

    /** Names of the libraries that it asks for, in its order. */
    public List<String> needed() throws IOException {
        List<String> needed = new ArrayList<>();
        for (Tag tag : tags) {
            if (tag.kind() == DT_NEEDED) {
                text(tag.value()).ifPresent(needed::add);
            }
        }
        return needed;
    }

    /** What it asks of the loader. */
    ElfNeeds needs() throws IOException {
        Optional<String> soname = tag(DT_SONAME).isEmpty()
                ? Optional.empty()
                : text(tag(DT_SONAME).get());
        return new ElfNeeds(kind(), interpreter, soname, needed(), folders(DT_RPATH), folders(DT_RUNPATH));
    }

    private List<String> folders(int kind) throws IOException {
        List<String> folders = new ArrayList<>();
        for (Tag tag : tags) {
            if (tag.kind() == kind) {
                text(tag.value()).ifPresent(each -> folders.addAll(List.of(each.split(":"))));
            }
        }
        return folders;
    }

    /** All texts of the dynamic section, with a zero byte behind each; where versions of symbols stand, too. */
    Optional<String> texts() throws IOException {
        Optional<Long> size = tag(DT_STRSZ);
        Optional<Long> start = start();
        if (size.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer bytes = file.at(start.get(), (int) Math.max(0, Math.min(size.get(), LONGEST_TEXTS)));
        return Optional.of(StandardCharsets.ISO_8859_1.decode(bytes).toString());
    }

    private int segmentSize() {
        return head.getShort(wide ? 54 : 42) & 0xffff;
    }

    private void segments() throws IOException {
        long table = wide ? head.getLong(32) : unsigned(head.getInt(28));
        int size = segmentSize();
        int count = Math.min(head.getShort(wide ? 56 : 44) & 0xffff, MOST_SEGMENTS);
        ByteBuffer headers = file.at(table, size * count);
        for (int at = 0; at + size <= headers.limit(); at += size) {
            segment(headers.slice(at, size).order(order));
        }
    }

    private void segment(ByteBuffer header) throws IOException {
        long offset = wide ? header.getLong(8) : unsigned(header.getInt(4));
        long address = wide ? header.getLong(16) : unsigned(header.getInt(8));
        long length = wide ? header.getLong(32) : unsigned(header.getInt(16));
        switch (header.getInt(0)) {
            case PT_LOAD -> loaded.add(new Loaded(address, offset, length));
            case PT_INTERP -> interpreter = Optional.of(text(file.at(offset, bounded(length, LONGEST_TEXT))));
            case PT_DYNAMIC -> dynamic(file.at(offset, bounded(length, LONGEST_DYNAMIC)));
            case PT_NOTE -> {
                long alignment = wide ? header.getLong(48) : unsigned(header.getInt(28));
                ByteBuffer all = file.at(offset, bounded(length, LONGEST_NOTES));
                notes.addAll(ElfNote.in(all.order(order), alignment == 8 ? 8 : 4));
            }
            default -> {
                // The others hold code.
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
        return Optional.of(text(file.at(start.get() + within, LONGEST_TEXT))).filter(text -> !text.isEmpty());
    }

    // Up to its zero byte. It is printed, so whatever a terminal could take for a command is not kept.
    static String text(ByteBuffer bytes) {
        String text = StandardCharsets.US_ASCII.decode(bytes).toString();
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).replaceAll("[^!-~]", "?");
    }

    private static int bounded(long length, int most) {
        return length < 0 ? most : (int) Math.min(length, most);
    }

    private static long unsigned(int value) {
        return value & 0xffffffffL;
    }
}
