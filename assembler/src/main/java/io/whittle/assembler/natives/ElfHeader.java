package io.whittle.assembler.natives;

import io.whittle.assembler.elf.ElfNeeds;
import io.whittle.assembler.elf.ElfNote;
import io.whittle.assembler.elf.ElfReader;
import io.whittle.graph.catalog.Arch;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an ELF file says of its processor and its system: the machine and EI_OSABI of its header, the dynamic loader it asks for, the C
 * library it needs, the notes by which systems mark what is theirs.
 */
final class ElfHeader {
    private static final int SOFT_FLOAT = 0x200;
    private static final int HARD_FLOAT = 0x400;

    private ElfHeader() {}

    static NativeHeader of(ElfReader elf) throws IOException {
        ElfNeeds.Kind kind = elf.kind();
        Optional<Arch> arch = arch(kind);
        String detail = "ELF " + (kind.wide() ? 64 : 32) + " bit, machine " + NativeHeader.name(arch, kind.machine())
                + elf.interpreter().map(path -> ", loader " + path).orElse("");
        return new NativeHeader(
                NativeHeader.Format.ELF,
                arch.map(Set::of).orElse(Set.of()),
                arch.filter(Arch.ARM::equals).flatMap(arm -> floats(elf.flags())),
                userlands(elf),
                detail);
    }

    private static Set<Userland> userlands(ElfReader elf) throws IOException {
        Set<Userland> userlands = EnumSet.noneOf(Userland.class);
        Userland.ofOsAbi(elf.osAbi()).ifPresent(userlands::add);
        elf.interpreter().map(Userland::ofLoader).ifPresent(userlands::add);
        for (ElfNote note : elf.notes()) {
            if (note.type() == 1) {
                Userland.ofNote(note.owner(), note.word()).ifPresent(userlands::add);
            }
        }
        elf.needed().forEach(library -> Userland.ofNeeded(library).ifPresent(userlands::add));
        return userlands;
    }

    // ELF for the ARM Architecture, "ELF header": flags that linkers set in what is loaded.
    private static Optional<NativeHeader.FloatAbi> floats(int flags) {
        return switch (flags & (SOFT_FLOAT | HARD_FLOAT)) {
            case SOFT_FLOAT -> Optional.of(NativeHeader.FloatAbi.SOFT);
            case HARD_FLOAT -> Optional.of(NativeHeader.FloatAbi.HARD);
            default -> Optional.empty();
        };
    }

    private static Optional<Arch> arch(ElfNeeds.Kind kind) {
        return switch (kind.machine()) {
            case 62 -> when(kind.wide(), Arch.AMD64);
            case 183 -> when(kind.wide(), Arch.ARM64);
            case 40 -> when(!kind.wide(), Arch.ARM);
            case 243 -> when(kind.wide(), Arch.RISCV64);
            case 21 -> when(kind.wide() && !kind.bigEndian(), Arch.PPC64LE);
            case 22 -> when(kind.wide(), Arch.S390X);
            default -> Optional.empty();
        };
    }

    private static Optional<Arch> when(boolean condition, Arch arch) {
        return condition ? Optional.of(arch) : Optional.empty();
    }
}
