package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.evidence.Use;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.analysis.Severity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Jetty and Log4j, whose authors wrote descriptors of their own: what is read from code alone is held against them. Each difference has
 * been looked at; docs/audit.md says what it is.
 */
class TruthSetTest {
    private static ModuleIndex index;
    private static Evidence evidence;

    @BeforeAll
    static void read() throws IOException {
        List<PathEntry> path = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target/truth-sets"), "*.jar")) {
            jars.forEach(jar -> path.add(new PathEntry(jar, jar.getFileName().toString(), true)));
        }
        index = ModuleIndex.of(path);
        evidence = Evidence.of(index, TestJdk.running().modules().values());
    }

    @Test
    void everyClassIsRead() {
        assertThat(index.modules())
                .hasSize(25)
                .allSatisfy((name, found) ->
                        assertThat(found.get(0).automatic()).as(name).isFalse());
        assertThat(evidence.skipped()).isEmpty();
    }

    @Test
    void whatDescriptorsRequireIsSeenInCode() {
        SortedSet<String> required = required(false);
        SortedSet<String> unseen = new TreeSet<>(required);
        unseen.removeAll(seen(false));

        // It has to be there when HTTP/2 is spoken over TLS; no class of it is named.
        assertThat(unseen).containsExactly("org.eclipse.jetty.http2.client.transport > org.eclipse.jetty.alpn.client");
        assertThat(required).hasSizeGreaterThan(30);
    }

    @Test
    void whatCodeNeedsDescriptorsRequireThemselvesOrThroughATransitiveRequirement() {
        SortedSet<String> undeclared = new TreeSet<>(seen(false));
        undeclared.removeAll(readable());

        assertThat(undeclared).isEmpty();
    }

    @Test
    void aCatalogueOfTheirDescriptorsIsClean() throws Exception {
        StringBuilder catalog = new StringBuilder("features:\n");
        for (String module : index.modules().keySet()) {
            List<String> requires = required(false).stream()
                    .filter(edge -> edge.startsWith(module + " > "))
                    .map(edge -> feature(edge.substring(edge.indexOf('>') + 2)))
                    .toList();
            List<String> optional = required(true).stream()
                    .filter(edge -> edge.startsWith(module + " > "))
                    .map(edge -> feature(edge.substring(edge.indexOf('>') + 2)))
                    .toList();
            catalog.append("  %s: {requires: %s, ifPresent: %s, modules: [%s]}%n"
                    .formatted(feature(module), requires, optional, module));
        }
        catalog.append("profiles: {all-of-them: {include: all}}\n");
        List<PathEntry> path = index.modules().values().stream()
                .map(found -> found.get(0).entry())
                .toList();

        List<AuditFinding> findings =
                new AuditCase(path).audit(catalog.toString(), "linux/amd64").findings();

        assertThat(findings)
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .extracting(AuditCase::word)
                .containsExactlyElementsOf(jdkNeeds());
        SortedSet<String> through = new TreeSet<>(seen(false));
        through.removeAll(required(false));
        assertThat(findings)
                .filteredOn(finding -> finding.code() == AuditCode.INDIRECT_REQUIREMENT)
                .hasSameSizeAs(through)
                .hasSize(32);
    }

    /** Zip files as file systems, and the TLS of a JDK whose elliptic curves have a module of their own. */
    private static List<String> jdkNeeds() {
        String zip = "missing-jdk-module org-eclipse-jetty-util > jdk.zipfs jdk in all-of-them";
        return Runtime.version().feature() >= 22
                ? List.of(zip)
                : List.of(
                        "missing-jdk-module org-apache-logging-log4j-core > jdk.crypto.ec jdk in all-of-them",
                        "missing-jdk-module org-eclipse-jetty-util > jdk.crypto.ec jdk in all-of-them",
                        zip);
    }

    private static String feature(String module) {
        return module.toLowerCase(Locale.ROOT).replace('.', '-');
    }

    /** What code alone shows: neither words of descriptors nor what they open. */
    private static SortedSet<String> seen(boolean optional) {
        SortedSet<String> seen = new TreeSet<>();
        for (Use use : evidence.uses()) {
            if (use.optional() == optional
                    && !use.what().equals("requires")
                    && !use.what().equals("opens to")) {
                seen.add(use.from() + " > " + use.to());
            }
        }
        return seen;
    }

    private static SortedSet<String> required(boolean optional) {
        SortedSet<String> required = new TreeSet<>();
        for (String module : index.modules().keySet()) {
            requires(module).stream()
                    .filter(requires -> requires.modifiers().contains(Modifier.STATIC) == optional)
                    .forEach(requires -> required.add(module + " > " + requires.name()));
        }
        return required;
    }

    /** What a module may name: what it requires, and what that requires transitively. */
    private static SortedSet<String> readable() {
        SortedSet<String> readable = new TreeSet<>();
        for (String module : index.modules().keySet()) {
            requires(module).forEach(requires -> {
                readable.add(module + " > " + requires.name());
                addTransitive(module, requires.name(), readable);
            });
        }
        return readable;
    }

    private static void addTransitive(String module, String through, SortedSet<String> readable) {
        requires(through).stream()
                .filter(requires -> requires.modifiers().contains(Modifier.TRANSITIVE))
                .filter(requires -> readable.add(module + " > " + requires.name()))
                .forEach(requires -> addTransitive(module, requires.name(), readable));
    }

    private static List<ModuleDescriptor.Requires> requires(String module) {
        return index.find(module).stream()
                .flatMap(found -> found.reference().descriptor().requires().stream())
                .filter(requires -> index.find(requires.name()).isPresent())
                .toList();
    }
}
