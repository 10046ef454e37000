package io.whittle.assembler.audit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.assembler.testing.TestReactor;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** All that code says of one edge. */
class EdgeEvidenceTest {
    @TempDir
    Path folder;

    @Test
    void everyUseIsToldWithItsPlaces() throws Exception {
        EdgeEvidence edge = edge("dns: {requires: [{feature: net, when: linux}], modules: [dns]}", "dns", "net");

        assertThat(EdgeText.lines(edge))
                .containsExactly(
                        "dns requires net (feature-tags.yaml:3:30: when linux)",
                        "  bytecode: net.api.Net of net",
                        "    dns.Dns.start (Dns.java:4) in dns",
                        "  bytecode: net.api.Way of net",
                        "    dns.Dns.way (Dns.java:7) in dns",
                        "  bytecode: requires of net",
                        "    module-info (module-info.java) in dns",
                        "  constant, optional: net.api.Net of net",
                        "    through the library lib, which dns of dns reaches",
                        "    lib.Lib.find (Lib.java:3) in lib",
                        "  service: net.api.Way",
                        "    asked for at dns.Dns.way (Dns.java:7) in dns",
                        "    provided by net.api.Net in net");
        assertThat(faults(edge)).isEmpty();
    }

    @Test
    void anEdgeThatNothingShows() throws Exception {
        EdgeEvidence edge = edge("dns: {modules: [dns]}", "net", "dns");

        assertThat(EdgeText.lines(edge))
                .containsExactly(
                        "net does not require dns",
                        "  no use of it is seen in the code; what leaves no trace there is not seen");
        assertThat(faults(edge)).isEmpty();
    }

    private static List<com.networknt.schema.Error> faults(EdgeEvidence edge) throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/explanation.schema.json")), InputFormat.JSON)
                .validate(EdgeJson.write(edge), InputFormat.JSON);
    }

    private EdgeEvidence edge(String dns, String from, String to) throws Exception {
        FeatureCatalog catalog = CatalogReader.read(
                        Path.of("feature-tags.yaml"), "schema: 1\nfeatures:\n  " + dns + "\n  net: {modules: [net]}\n")
                .catalog();
        ModuleIndex index = ModuleIndex.of(new TestReactor()
                .module("dns", "requires net; requires lib; uses net.api.Way;")
                .type("dns", "dns.Dns", """
                        class Dns {
                            void start() {
                                net.api.Net.open();
                            }
                            Object way() {
                                return java.util.ServiceLoader.load(net.api.Way.class).findFirst().orElseThrow();
                            }
                        }
                        """)
                .module("lib", "")
                .type("lib", "lib.Lib", """
                        class Lib {
                            Object find() { try { return Class.forName("net.api.Net"); } catch (ClassNotFoundException e) { return null; } }
                        }
                        """)
                .module("net", "exports net.api; provides net.api.Way with net.api.Net;")
                .type("net", "net.api.Way", "public interface Way {}")
                .type("net", "net.api.Net", "public class Net implements Way { public static void open() {} }")
                .folders(folder));
        Evidence evidence = Evidence.of(index, TestJdk.running().modules().values());
        return EdgeEvidence.of(catalog, index, evidence, Optional.of(from), to);
    }
}
