package io.whittle.assembler.natives;

import io.whittle.graph.catalog.Arch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what an ELF file says of its processor and its system: the machine and EI_OSABI of its header, the dynamic loader it asks
 * for, the C library it needs, the notes by which systems mark what is theirs.
 *
 * <p>System V ABI, chapters "ELF header", "Program header", "Note section" and "Dynamic section". Every read is bounded, since no number in the
 * file can be trusted.
 */
final class ElfFile {
    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_INTERP = 3;
    private static final int PT_NOTE = 4;

    private static final int SOFT_FLOAT = 0x200;
    private static final int HARD_FLOAT = 0x400;

    /** Compilers write about a dozen. */
    private static final int MOST_SEGMENTS = 64;

    private static final int LONGEST_LOADER = 256;
    private static final int LONGEST_NOTES = 4096;
    private static final int NOTE_HEADER = 12;

    private final FileBytes file;
    private final ByteOrder order;
    private final boolean wide;
    private final Set<Userland> userlands = EnumSet.noneOf(Userland.class);
    private final ElfDynamic dynamic;
    private Optional<String> loader = Optional.empty();

    private ElfFile(FileBytes file, ByteOrder order, boolean wide) {
        this.file = file;
        this.order = order;
        this.wide = wide;
        this.dynamic = new ElfDynamic(file, order, wide);
    }

    /** The header of a file whose first bytes are those of an ELF file, 64 of them at least. */
    static NativeHeader read(ByteBuffer head, FileBytes file) throws IOException {
        boolean wide = head.get(4) == 2;
        ByteOrder order = head.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer ordered = head.duplicate().order(order);
        ElfFile elf = new ElfFile(file, order, wide);
        Userland.ofOsAbi(head.get(7) & 0xff).ifPresent(elf.userlands::add);
        elf.segments(ordered);
        elf.dynamic.needed().forEach(library -> Userland.ofNeeded(library).ifPresent(elf.userlands::add));
        int machine = ordered.getShort(18) & 0xffff;
        Optional<Arch> arch = arch(machine, wide, order);
        String detail = "ELF " + (wide ? 64 : 32) + " bit, machine "
                + arch.map(Arch::word).orElse("0x" + Integer.toHexString(machine))
                + elf.loader.map(path -> ", loader " + path).orElse("");
        return new NativeHeader(
                NativeHeader.Format.ELF,
                arch.map(Set::of).orElse(Set.of()),
                arch.filter(Arch.ARM::equals).flatMap(arm -> floats(ordered.getInt(36))),
                elf.userlands,
                detail);
    }

    // ELF for the ARM Architecture, "ELF header": flags that linkers set in what is loaded.
    private static Optional<NativeHeader.FloatAbi> floats(int flags) {
        return switch (flags & (SOFT_FLOAT | HARD_FLOAT)) {
            case SOFT_FLOAT -> Optional.of(NativeHeader.FloatAbi.SOFT);
            case HARD_FLOAT -> Optional.of(NativeHeader.FloatAbi.HARD);
            default -> Optional.empty();
        };
    }

    private static Optional<Arch> arch(int machine, boolean wide, ByteOrder order) {
        return switch (machine) {
            case 62 -> when(wide, Arch.AMD64);
            case 183 -> when(wide, Arch.ARM64);
            case 40 -> when(!wide, Arch.ARM);
            case 243 -> when(wide, Arch.RISCV64);
            case 21 -> when(wide && order == ByteOrder.LITTLE_ENDIAN, Arch.PPC64LE);
            case 22 -> when(wide, Arch.S390X);
            default -> Optional.empty();
        };
    }

    private static Optional<Arch> when(boolean condition, Arch arch) {
        return condition ? Optional.of(arch) : Optional.empty();
    }

    private void segments(ByteBuffer head) throws IOException {
        long table = wide ? head.getLong(32) : unsigned(head.getInt(28));
        int size = head.getShort(wide ? 54 : 42) & 0xffff;
        int count = Math.min(head.getShort(wide ? 56 : 44) & 0xffff, MOST_SEGMENTS);
        if (size != (wide ? 56 : 32)) {
            return;
        }
        ByteBuffer headers = file.at(table, size * count).order(order);
        for (int at = 0; at + size <= headers.limit(); at += size) {
            long offset = wide ? headers.getLong(at + 8) : unsigned(headers.getInt(at + 4));
            long length = wide ? headers.getLong(at + 32) : unsigned(headers.getInt(at + 16));
            long alignment = wide ? headers.getLong(at + 48) : unsigned(headers.getInt(at + 28));
            switch (headers.getInt(at)) {
                case PT_LOAD ->
                    dynamic.loads(wide ? headers.getLong(at + 16) : unsigned(headers.getInt(at + 8)), offset, length);
                case PT_DYNAMIC -> dynamic.is(offset, length);
                case PT_INTERP -> loader(file.at(offset, bounded(length, LONGEST_LOADER)));
                case PT_NOTE ->
                    notes(file.at(offset, bounded(length, LONGEST_NOTES)).order(order), alignment == 8 ? 8 : 4);
                default -> {
                    // The others hold code.
                }
            }
        }
    }

    private void loader(ByteBuffer bytes) {
        String path = text(bytes, 0, bytes.limit());
        loader = Optional.of(path);
        userlands.add(Userland.ofLoader(path));
    }

    private void notes(ByteBuffer notes, int alignment) {
        long at = 0;
        while (at + NOTE_HEADER <= notes.limit()) {
            long name = unsigned(notes.getInt((int) at));
            long description = unsigned(notes.getInt((int) at + 4));
            int type = notes.getInt((int) at + 8);
            long content = aligned(at + NOTE_HEADER + name, alignment);
            if (type == 1 && description >= 4 && content + 4 <= notes.limit()) {
                Userland.ofNote(text(notes, (int) at + NOTE_HEADER, (int) name), notes.getInt((int) content))
                        .ifPresent(userlands::add);
            }
            at = aligned(content + description, alignment);
        }
    }

    // Up to its zero byte. It is printed, so whatever a terminal could take for a command is not kept.
    private static String text(ByteBuffer bytes, int start, int length) {
        byte[] raw = new byte[length];
        bytes.get(start, raw);
        String text = new String(raw, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).replaceAll("[^!-~]", "?");
    }

    private static int bounded(long length, int most) {
        return length < 0 ? most : (int) Math.min(length, most);
    }

    private static long aligned(long offset, int alignment) {
        return (offset + alignment - 1) & -alignment;
    }

    private static long unsigned(int value) {
        return value & 0xffffffffL;
    }
}
