package io.whittle.assembler.link;

import io.whittle.graph.catalog.Arch;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a native file says it was built for.
 *
 * @param format of the file
 * @param arch the processor; empty when the number is none of the vocabulary's
 * @param userlands everything by which an ELF file tells its system; empty when nothing does, as in many libraries
 * @param detail as tools print it, for messages
 */
record NativeHeader(Format format, Optional<Arch> arch, Set<Userland> userlands, String detail) {
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

    NativeHeader {
        userlands = Set.copyOf(userlands);
    }

    /** Reads a file's header; empty when the file is no native file. */
    static Optional<NativeHeader> of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return of(FileBytes.of(channel));
        }
    }

    /** Reads a file's header; empty when the file is no native file. */
    static Optional<NativeHeader> of(FileBytes file) throws IOException {
        ByteBuffer head = file.at(0, HEAD);
        if (head.limit() < 64) {
            return Optional.empty();
        }
        int magic = head.getInt(0);
        if (magic == ELF_MAGIC) {
            return Optional.of(ElfFile.read(head, file));
        }
        if (magic == MACH_O_64_LITTLE || magic == MACH_O_32_LITTLE) {
            return Optional.of(machO(head));
        }
        if (head.get(0) == 'M' && head.get(1) == 'Z') {
            return pe(head);
        }
        return Optional.empty();
    }

    /** Whether nothing in this file speaks against the platform. Variants of processors are not told apart. */
    boolean fits(Platform platform) {
        return format.runsOn(platform.os())
                && arch.filter(platform.arch()::equals).isPresent()
                && userlands.stream().allMatch(userland -> userland.serves(platform));
    }

    /** The platform this file is for, without a variant; empty when the file leaves open which, or fits none. */
    Optional<Platform> platform() {
        List<Platform> fitting = Platform.all().stream()
                .filter(platform -> platform.variant().isEmpty() && fits(platform))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    // Apple's <mach/machine.h>: the 64 bit flag is part of the type.
    private static NativeHeader machO(ByteBuffer head) {
        int type = head.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        Optional<Arch> arch = switch (type) {
            case 0x01000007 -> Optional.of(Arch.AMD64);
            case 0x0100000c -> Optional.of(Arch.ARM64);
            default -> Optional.empty();
        };
        return new NativeHeader(Format.MACH_O, arch, Set.of(), "Mach-O, machine " + name(arch, type));
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
        return Optional.of(new NativeHeader(Format.PE, arch, Set.of(), "PE, machine " + name(arch, machine)));
    }

    private static String name(Optional<Arch> arch, int machine) {
        return arch.map(Arch::word).orElse("0x" + Integer.toHexString(machine));
    }
}
