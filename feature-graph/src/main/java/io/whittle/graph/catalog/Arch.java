package io.whittle.graph.catalog;

import java.util.List;
import java.util.Locale;

/** Processor architectures a condition can name. */
public enum Arch {
    AMD64("v1", "v2", "v3", "v4"),
    ARM64("v8", "v9"),
    ARM("v5", "v6", "v7", "v8"),
    RISCV64(),
    PPC64LE(),
    S390X();

    private final List<String> variants;

    Arch(String... variants) {
        this.variants = List.of(variants);
    }

    /** As the catalogue spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variants it comes in, oldest first. */
    public List<String> variants() {
        return variants;
    }
}
