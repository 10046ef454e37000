package io.whittle.assembler.modular;

import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.evidence.ServiceUse;
import io.whittle.assembler.evidence.Use;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What code uses, as far as descriptors tell it: who reads whom, and who asks for which services. */
final class KnownUses {
    /** By module: whom its code names, and whether it does so where it does not go on without. */
    private final Map<String, SortedMap<String, Boolean>> read = new TreeMap<>();

    private final Map<String, SortedSet<String>> services = new TreeMap<>();

    /** Of all code of a path. Linear in the evidence. */
    KnownUses(Evidence evidence) {
        for (Use use : evidence.uses()) {
            // Who is found by name need not be read.
            if (use.grade() == Grade.BYTECODE || use.grade() == Grade.SERVICE) {
                boolean hard = use.grade() == Grade.BYTECODE && !use.optional();
                read.computeIfAbsent(use.from(), none -> new TreeMap<>()).merge(use.to(), hard, Boolean::logicalOr);
            }
        }
        for (ServiceUse use : evidence.services()) {
            services.computeIfAbsent(use.module(), none -> new TreeSet<>()).add(use.service());
        }
    }

    SortedMap<String, Boolean> readBy(String module) {
        return read.getOrDefault(module, new TreeMap<>());
    }

    SortedSet<String> servicesOf(String module) {
        return services.getOrDefault(module, new TreeSet<>());
    }
}
