package io.whittle.assembler.natives;

import io.whittle.graph.catalog.Arch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads the headers of Microsoft's PE format: of programs and libraries, and of the objects that static libraries hold. */
final class WindowsFile {
    private static final int PE_SIGNATURE = 0x50450000;

    /** What stands where an object has its processor, in the place-holders of import libraries. */
    private static final int IMPORT = 0xffff0000;

    private WindowsFile() {}

    /** The header of a program or library; empty for others. The offset of the signature stands at 0x3c, the machine right behind it. */
    static Optional<NativeHeader> read(ByteBuffer head) {
        if (head.get(0) != 'M' || head.get(1) != 'Z') {
            return Optional.empty();
        }
        ByteBuffer little = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int offset = little.getInt(0x3c);
        if (offset < 0 || offset > head.limit() - 6 || head.getInt(offset) != PE_SIGNATURE) {
            return Optional.empty();
        }
        return Optional.of(header(little.getShort(offset + 4) & 0xffff));
    }

    /** The header of an object in a library, which has no magic: a number of a processor is what tells it. */
    static Optional<NativeHeader> readObject(ByteBuffer head) {
        if (head.limit() < 20) {
            return Optional.empty();
        }
        ByteBuffer little = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int machine = (little.getInt(0) == IMPORT ? little.getShort(6) : little.getShort(0)) & 0xffff;
        boolean known = arch(machine).isPresent() || machine == 0x014c;
        return known ? Optional.of(header(machine)) : Optional.empty();
    }

    private static NativeHeader header(int machine) {
        Optional<Arch> arch = arch(machine);
        return new NativeHeader(NativeHeader.Format.PE, arch, "PE, machine " + NativeHeader.name(arch, machine));
    }

    private static Optional<Arch> arch(int machine) {
        return switch (machine) {
            case 0x8664 -> Optional.of(Arch.AMD64);
            case 0xaa64 -> Optional.of(Arch.ARM64);
            case 0x01c4 -> Optional.of(Arch.ARM);
            default -> Optional.empty();
        };
    }
}
