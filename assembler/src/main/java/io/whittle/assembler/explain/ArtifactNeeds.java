package io.whittle.assembler.explain;

import io.whittle.assembler.classpath.JdkUses;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.resolve.ArtifactOwners;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the jars of class paths need: those that the catalogue names, and those that these bring.
 *
 * @param byArtifact by {@code group:artifact[:classifier]}: other jars, and modules of the JDK
 */
public record ArtifactNeeds(SortedMap<String, SortedSet<String>> byArtifact) {
    public ArtifactNeeds {
        byArtifact = Collections.unmodifiableSortedMap(new TreeMap<>(byArtifact));
    }

    /** Of a path. Linear in what depends on what, and in the size of the jars that have no descriptor. */
    public static ArtifactNeeds of(
            FeatureCatalog catalog, Iterable<PathEntry> path, ModuleIndex index, JarEdges edges, TargetJdk jdk)
            throws IOException {
        Map<String, PathEntry> entries = new HashMap<>();
        path.forEach(entry -> entries.putIfAbsent(entry.artifact(), entry));
        SortedMap<String, SortedSet<String>> needs = new TreeMap<>();
        Deque<String> queue =
                new ArrayDeque<>(ArtifactOwners.of(catalog).byArtifact().keySet());
        JdkUses uses = new JdkUses(jdk);
        while (!queue.isEmpty()) {
            PathEntry entry = entries.get(queue.remove());
            if (entry != null && !needs.containsKey(entry.artifact())) {
                SortedSet<String> of = new TreeSet<>(ofJdk(entry, index, uses, jdk));
                Optional.ofNullable(catalog.artifacts().get(entry.artifact())).ifPresent(rule -> amend(of, rule));
                for (String label : edges.of(entry).orElse(Set.of())) {
                    of.add(PathEntry.artifact(label));
                    queue.add(PathEntry.artifact(label));
                }
                needs.put(entry.artifact(), of);
            }
        }
        return new ArtifactNeeds(needs);
    }

    private static void amend(SortedSet<String> needs, ArtifactRule rule) {
        rule.requires().stream().map(Mention::text).forEach(needs::add);
        rule.optional().stream().map(Mention::text).forEach(needs::remove);
    }

    private static Set<String> ofJdk(PathEntry entry, ModuleIndex index, JdkUses uses, TargetJdk jdk)
            throws IOException {
        Optional<Set<String>> described = index.modules().values().stream()
                .flatMap(found -> found.stream())
                .filter(module -> module.entry().equals(entry) && !module.automatic())
                .findFirst()
                .map(module -> ModuleRequires.of(module.reference().descriptor()));
        Set<String> needs = described.orElse(Set.of());
        if (described.isEmpty() && Files.isRegularFile(entry.path())) {
            needs = uses.of(entry.path()).keySet();
        }
        SortedSet<String> ofJdk = new TreeSet<>(needs);
        ofJdk.retainAll(jdk.modules().keySet());
        return ofJdk;
    }
}
