package io.whittle.assembler.link;

import io.whittle.graph.catalog.Arch;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the header of a native file says it was built for.
 *
 * @param format of the file
 * @param arch the processor; empty when the number is none of the vocabulary's
 * @param detail as tools print it, for messages
 */
record NativeHeader(Format format, Optional<Arch> arch, String detail) {
    /** The formats of executables and shared libraries. */
    enum Format {
        ELF,
        MACH_O,
        PE;

        /** Whether the operating system loads this format. */
        boolean runsOn(Os os) {
            return switch (os) {
                case WINDOWS -> this == PE;
                case MACOS -> this == MACH_O;
                case LINUX, FREEBSD, OPENBSD, NETBSD -> this == ELF;
            };
        }
    }

    /** Enough for an ELF and a Mach-O header, and for where a PE header starts in every linker's output. */
    private static final int HEAD = 4096;

    private static final int ELF_MAGIC = 0x7f454c46;
    private static final int MACH_O_64_LITTLE = 0xcffaedfe;
    private static final int MACH_O_32_LITTLE = 0xcefaedfe;
    private static final int PE_SIGNATURE = 0x50450000;

    /** Reads a file's header; empty when the file is no native file. */
    static Optional<NativeHeader> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        return head.length < 64 ? Optional.empty() : of(ByteBuffer.wrap(head));
    }

    /** Whether the platform's operating system and processor take this file. */
    boolean fits(Platform platform) {
        return format.runsOn(platform.os())
                && arch.filter(platform.arch()::equals).isPresent();
    }

    private static Optional<NativeHeader> of(ByteBuffer head) {
        int magic = head.getInt(0);
        if (magic == ELF_MAGIC) {
            return Optional.of(elf(head));
        }
        if (magic == MACH_O_64_LITTLE || magic == MACH_O_32_LITTLE) {
            return Optional.of(machO(head));
        }
        if (head.get(0) == 'M' && head.get(1) == 'Z') {
            return pe(head);
        }
        return Optional.empty();
    }

    // System V ABI, "ELF header": e_ident[4] is the class, e_ident[5] the byte order, e_machine stands at 18.
    private static NativeHeader elf(ByteBuffer head) {
        int bits = head.get(4) == 2 ? 64 : 32;
        ByteOrder order = head.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int machine = head.duplicate().order(order).getShort(18) & 0xffff;
        Optional<Arch> arch = switch (machine) {
            case 62 -> when(bits == 64, Arch.AMD64);
            case 183 -> when(bits == 64, Arch.ARM64);
            case 40 -> when(bits == 32, Arch.ARM);
            case 243 -> when(bits == 64, Arch.RISCV64);
            case 21 -> when(bits == 64 && order == ByteOrder.LITTLE_ENDIAN, Arch.PPC64LE);
            case 22 -> when(bits == 64, Arch.S390X);
            default -> Optional.empty();
        };
        return new NativeHeader(Format.ELF, arch, "ELF " + bits + " bit, machine " + name(arch, machine));
    }

    // Apple's <mach/machine.h>: the 64 bit flag is part of the type.
    private static NativeHeader machO(ByteBuffer head) {
        int type = head.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        Optional<Arch> arch = switch (type) {
            case 0x01000007 -> Optional.of(Arch.AMD64);
            case 0x0100000c -> Optional.of(Arch.ARM64);
            default -> Optional.empty();
        };
        return new NativeHeader(Format.MACH_O, arch, "Mach-O, machine " + name(arch, type));
    }

    // Microsoft's PE format: the offset of the signature stands at 0x3c, the machine right behind the signature.
    private static Optional<NativeHeader> pe(ByteBuffer head) {
        ByteBuffer little = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int offset = little.getInt(0x3c);
        if (offset < 0 || offset > head.limit() - 6 || head.getInt(offset) != PE_SIGNATURE) {
            return Optional.empty();
        }
        int machine = little.getShort(offset + 4) & 0xffff;
        Optional<Arch> arch = switch (machine) {
            case 0x8664 -> Optional.of(Arch.AMD64);
            case 0xaa64 -> Optional.of(Arch.ARM64);
            case 0x01c4 -> Optional.of(Arch.ARM);
            default -> Optional.empty();
        };
        return Optional.of(new NativeHeader(Format.PE, arch, "PE, machine " + name(arch, machine)));
    }

    private static Optional<Arch> when(boolean condition, Arch arch) {
        return condition ? Optional.of(arch) : Optional.empty();
    }

    private static String name(Optional<Arch> arch, int machine) {
        return arch.map(Arch::word).orElse("0x" + Integer.toHexString(machine));
    }
}
