package io.whittle.assembler.natives;

import io.whittle.graph.catalog.Arch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the headers of Apple's files: for one processor, or universal ones for several. Of {@code <mach/machine.h>}, {@code <mach-o/fat.h>}. */
final class MachOFile {
    private static final int WIDE_LITTLE = 0xcffaedfe;
    private static final int NARROW_LITTLE = 0xcefaedfe;
    private static final int WIDE_BIG = 0xfeedfacf;
    private static final int NARROW_BIG = 0xfeedface;
    private static final int UNIVERSAL = 0xcafebabe;
    private static final int UNIVERSAL_WIDE = 0xcafebabf;

    /** Class files begin as universal files do, and where these count their parts they have their version, 45 and more. */
    private static final int MOST_PARTS = 44;

    private static final int FIRST_PART = 8;

    private MachOFile() {}

    /** The header of a file that begins so; empty for others. */
    static Optional<NativeHeader> read(ByteBuffer head) {
        int magic = head.getInt(0);
        return switch (magic) {
            case WIDE_LITTLE, NARROW_LITTLE ->
                Optional.of(one(head.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(4)));
            case WIDE_BIG, NARROW_BIG -> Optional.of(one(head.getInt(4)));
            case UNIVERSAL -> several(head, 20);
            case UNIVERSAL_WIDE -> several(head, 32);
            default -> Optional.empty();
        };
    }

    private static NativeHeader one(int type) {
        return new NativeHeader(
                NativeHeader.Format.MACH_O, arch(type), "Mach-O, machine " + NativeHeader.name(arch(type), type));
    }

    private static Optional<NativeHeader> several(ByteBuffer head, int size) {
        int count = head.getInt(4);
        if (count < 1 || count > MOST_PARTS || FIRST_PART + count * size > head.limit()) {
            return Optional.empty();
        }
        Set<Arch> archs = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            int type = head.getInt(FIRST_PART + i * size);
            arch(type).ifPresent(archs::add);
            words.add(NativeHeader.name(arch(type), type));
        }
        return Optional.of(new NativeHeader(
                NativeHeader.Format.MACH_O,
                archs,
                Optional.empty(),
                Set.of(),
                "Mach-O, machines " + words.stream().collect(Collectors.joining(" and "))));
    }

    // The 64 bit flag is part of the type.
    private static Optional<Arch> arch(int type) {
        return switch (type) {
            case 0x01000007 -> Optional.of(Arch.AMD64);
            case 0x0100000c -> Optional.of(Arch.ARM64);
            default -> Optional.empty();
        };
    }
}
