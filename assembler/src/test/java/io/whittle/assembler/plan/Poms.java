package io.whittle.assembler.plan;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What jars depend on, told by hand: {@code new Poms().of("acme.app", "lib.a", "lib.b")}. */
final class Poms implements JarEdges {
    private final Map<String, Set<String>> edges = new TreeMap<>();

    Poms of(String jar, String... needs) {
        for (String need : needs) {
            edges.computeIfAbsent("test:" + jar + ":1", none -> new TreeSet<>()).add("test:" + need + ":1");
        }
        return this;
    }

    @Override
    public Optional<Set<String>> of(PathEntry entry) {
        return Optional.of(edges.getOrDefault(entry.label(), Set.of()));
    }
}
