package io.whittle.assembler.init;

import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.evidence.Use;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A first catalogue of Jetty and Log4j, made from their code alone, held against the descriptors that their authors wrote.
 */
class TruthSetCatalogTest {
    private static List<PathEntry> path;
    private static ModuleIndex index;
    private static Sketch sketch;

    @BeforeAll
    static void sketch() throws IOException {
        path = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target/truth-sets"), "*.jar")) {
            jars.forEach(jar -> path.add(new PathEntry(jar, jar.getFileName().toString(), true)));
        }
        index = ModuleIndex.of(path);
        Evidence evidence = Evidence.of(index, TestJdk.running().modules().values());
        sketch = Sketcher.sketch(
                new InitInput(Optional.of("truth"), index, TestJdk.running(), codeAlone(evidence), new TreeMap<>()));
    }

    @Test
    void holdsNoModuleTwiceAndLeavesNoneOut() {
        List<String> modules = new ArrayList<>(sketch.base().modules());
        sketch.features().forEach(part -> modules.addAll(part.modules()));

        assertThat(modules).containsExactlyInAnyOrderElementsOf(index.modules().keySet());
    }

    @Test
    void bringsAlongWhatDescriptorsBringAlong() {
        SortedSet<String> ofDescriptors = closure(byDescriptors());

        assertThat(ofDescriptors).hasSizeGreaterThan(70);
        assertThat(closure(byCatalog())).isEqualTo(ofDescriptors);
    }

    @Test
    void validatesAndAuditsClean() throws Exception {
        FirstCatalog.of(path).holdAudit();
    }

    /** Without the words of the descriptors, against which it is held. */
    private static Evidence codeAlone(Evidence evidence) {
        List<Use> uses = evidence.uses().stream()
                .filter(use -> !use.what().equals("requires") && !use.what().equals("opens to"))
                .toList();
        return new Evidence(
                uses,
                evidence.services(),
                evidence.provisions(),
                evidence.undecided(),
                evidence.asked(),
                evidence.skipped());
    }

    private static SortedMap<String, SortedSet<String>> byDescriptors() {
        SortedMap<String, SortedSet<String>> edges = new TreeMap<>();
        index.modules().forEach((name, found) -> {
            SortedSet<String> required = new TreeSet<>();
            found.get(0).reference().descriptor().requires().stream()
                    .filter(requires -> !requires.modifiers().contains(Modifier.STATIC))
                    .filter(requires -> index.find(requires.name()).isPresent())
                    .forEach(requires -> required.add(requires.name()));
            edges.put(name, required);
        });
        return edges;
    }

    private static SortedMap<String, SortedSet<String>> byCatalog() {
        SortedMap<String, List<String>> modules = new TreeMap<>();
        sketch.features().forEach(part -> modules.put(part.name(), part.modules()));
        SortedMap<String, SortedSet<String>> edges = new TreeMap<>();
        List<Sketch.Part> parts = new ArrayList<>(sketch.features());
        parts.add(sketch.base());
        for (Sketch.Part part : parts) {
            SortedSet<String> required = new TreeSet<>(part.modules());
            required.addAll(sketch.base().modules());
            part.requires().forEach(edge -> required.addAll(modules.get(edge.target())));
            part.modules().forEach(module -> edges.put(module, required));
        }
        return edges;
    }

    /** Every module with all that comes along with it. */
    private static SortedSet<String> closure(SortedMap<String, SortedSet<String>> edges) {
        SortedSet<String> pairs = new TreeSet<>();
        for (String module : edges.keySet()) {
            SortedSet<String> reached = new TreeSet<>();
            List<String> queue = new ArrayList<>(List.of(module));
            while (!queue.isEmpty()) {
                edges.get(queue.remove(0)).stream().filter(reached::add).forEach(queue::add);
            }
            reached.remove(module);
            reached.forEach(each -> pairs.add(module + " > " + each));
        }
        return pairs;
    }
}
