package io.whittle.assembler.natives;

import io.whittle.graph.catalog.Arch;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.ByteBuffer;
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
 * @param archs the processors: one, or those of a universal file; none when the number is none of the vocabulary's
 * @param floats how an ARM file hands over floating-point numbers; empty for others, and where nothing tells it
 * @param userlands everything by which an ELF file tells its system; empty when nothing does, as in many libraries
 * @param detail as tools print it, for messages
 */
public record NativeHeader(
        Format format, Set<Arch> archs, Optional<FloatAbi> floats, Set<Userland> userlands, String detail) {
    /** The formats of executables, shared libraries, and what static libraries are made of. */
    public enum Format {
        ELF,
        MACH_O,
        PE,
        /** Of AIX. */
        XCOFF;

        /** Whether the operating system loads this format. */
        boolean runsOn(Os os) {
            return switch (os) {
                case WINDOWS -> this == PE;
                case MACOS -> this == MACH_O;
                case LINUX, FREEBSD, OPENBSD, NETBSD -> this == ELF;
            };
        }
    }

    /** The two calling conventions of ARM with 32 bit, of which a process speaks one. */
    public enum FloatAbi {
        SOFT,
        HARD;

        /** Whether systems for a variant speak it; those for no variant in particular may speak either. */
        boolean serves(Platform platform) {
            return platform.variant()
                    .map(variant -> (this == SOFT) == variant.equals("v5"))
                    .orElse(true);
        }
    }

    /** Enough for an ELF and a Mach-O header, and for where a PE header starts in every linker's output. */
    static final int HEAD = 4096;

    private static final int SHORTEST = 64;
    private static final int ELF_MAGIC = 0x7f454c46;

    public NativeHeader {
        archs = Set.copyOf(archs);
        userlands = Set.copyOf(userlands);
    }

    NativeHeader(Format format, Optional<Arch> arch, String detail) {
        this(format, Set.copyOf(arch.stream().toList()), Optional.empty(), Set.of(), detail);
    }

    /** Reads a file's header; empty when the file is no native file. */
    public static Optional<NativeHeader> of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return of(FileBytes.of(channel));
        }
    }

    /** Reads a file's header; empty when the file is no native file. Reads a few pages, wherever in the file they are. */
    public static Optional<NativeHeader> of(FileBytes file) throws IOException {
        ByteBuffer head = file.at(0, HEAD);
        if (head.limit() < SHORTEST) {
            return Optional.empty();
        }
        if (head.getInt(0) == ELF_MAGIC) {
            return Optional.of(ElfFile.read(head, file));
        }
        if (StaticLibrary.isOne(head)) {
            return Optional.of(StaticLibrary.read(file));
        }
        return MachOFile.read(head).or(() -> WindowsFile.read(head)).or(() -> XcoffFile.read(head));
    }

    /** The header of a part of a file, such as a member of an archive. */
    static Optional<NativeHeader> of(FileBytes file, long start) throws IOException {
        return of((offset, length) -> file.at(start + offset, length));
    }

    /** Whether nothing in this file speaks against the platform. Of the variants of processors those of ARM's calls are told. */
    public boolean fits(Platform platform) {
        return format.runsOn(platform.os())
                && archs.contains(platform.arch())
                && floats.filter(abi -> !abi.serves(platform)).isEmpty()
                && userlands.stream().allMatch(userland -> userland.serves(platform));
    }

    /** The platform this file is for, without a variant; empty when the file leaves open which, or fits none. */
    public Optional<Platform> platform() {
        List<Platform> fitting = Platform.all().stream()
                .filter(platform -> platform.variant().isEmpty() && fits(platform))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** A processor in words: its name, or the number that the format has for it. */
    static String name(Optional<Arch> arch, int machine) {
        return arch.map(Arch::word).orElse("0x" + Integer.toHexString(machine));
    }
}
