package io.whittle.assembler.audit;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Jars of others that no image has, and what they provide. */
class StrayProvidersTest {
    private static final String CATALOG = """
            features: {app: {modules: [app%s]}}
            profiles: {p: {include: all}}
            """;

    @TempDir
    static Path folder;

    private static List<PathEntry> path;

    @BeforeAll
    static void compile() {
        path = new TestReactor()
                .module("app", "requires lib.api;")
                .module("lib.api", "exports lib.api;")
                .type("lib.api", "lib.api.Filter", "public interface Filter {}")
                // Who looks for it may do so in a way that leaves no trace.
                .module("lib.filter", "requires lib.api; provides lib.api.Filter with lib.filter.Sound;")
                .type("lib.filter", "lib.filter.Sound", "public class Sound implements lib.api.Filter {}")
                .module("lib.tool", "provides java.util.spi.ToolProvider with lib.tool.Tool;")
                .type("lib.tool", "lib.tool.Tool", """
                        public class Tool implements java.util.spi.ToolProvider {
                            public String name() { return "tool"; }
                            public int run(java.io.PrintWriter out, java.io.PrintWriter err, String... words) { return 0; }
                        }
                        """)
                // Both the service and who provides it are strangers.
                .module("lib.odd", "exports lib.odd; provides lib.odd.Odd with lib.odd.Even;")
                .type("lib.odd", "lib.odd.Odd", "public interface Odd {}")
                .type("lib.odd", "lib.odd.Even", "public class Even implements Odd {}")
                .module("lib.plain", "")
                .folders(folder);
    }

    @Test
    void whatProvidesAServiceThatImagesKnowIsTold() throws Exception {
        List<AuditFinding> found = strays("");

        assertThat(found)
                .extracting(AuditCase::word)
                .containsExactly("stray-provider base > lib.filter service", "stray-provider base > lib.tool service");
        assertThat(found.get(0).text())
                .isEqualTo("lib.filter (test:lib.filter:1) provides lib.api.Filter, which images know, and is in none:"
                        + " no feature has or brings it");
        assertThat(found.get(0).places()).extracting(Object::toString).containsExactly("lib.filter.Sound");
    }

    @Test
    void whatAFeatureHasIsNoStray() throws Exception {
        assertThat(strays(", lib.filter, lib.tool")).isEmpty();
    }

    @Test
    void aModuleOfTheProjectIsAnOrphanInstead() throws Exception {
        assertThat(new AuditCase(path).findings(CATALOG.formatted("")))
                .contains("orphan-module base > lib.filter")
                .noneMatch(word -> word.startsWith("stray-provider"));
    }

    private static List<AuditFinding> strays(String modules) throws Exception {
        Stream<PathEntry> entries = path.stream()
                .map(entry ->
                        new PathEntry(entry.path(), entry.label(), entry.label().equals("test:app:1")));
        return new AuditCase(entries.toList())
                .audit(CATALOG.formatted(modules), "linux/amd64").findings().stream()
                        .filter(finding -> finding.code() == AuditCode.STRAY_PROVIDER)
                        .toList();
    }
}
