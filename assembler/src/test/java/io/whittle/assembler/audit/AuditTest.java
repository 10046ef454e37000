package io.whittle.assembler.audit;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Each finding, where it is due and where it is not. */
class AuditTest {
    private static final String CALLS_NET = "public class Dns { void start() { net.api.Net.open(); } }";

    @TempDir
    Path folder;

    @Test
    void aFeatureThatUsesAnotherHasToRequireIt() throws Exception {
        AuditCase code = code(CALLS_NET);

        assertThat(code.findings(catalog("dns: {modules: [dns]}", "p: {include: [dns, net]}\nsmall: {include: [dns]}")))
                .containsExactly("undeclared-requirement dns > net bytecode in small");
        assertThat(code.findings(catalog("dns: {requires: [net], modules: [dns]}", "p: {include: [dns]}")))
                .isEmpty();
    }

    @Test
    void aFindingNamesPlacesAndTheEditThatMendsIt() throws Exception {
        AuditFinding finding = code(CALLS_NET)
                .audit(catalog("dns: {modules: [dns]}", "p: {include: [dns]}"), "linux/amd64")
                .findings()
                .get(0);

        assertThat(finding.text()).isEqualTo("dns uses net (net.api.Net), but does not require it");
        assertThat(finding.mend()).isEqualTo("add net to 'requires' of dns");
        assertThat(finding.places())
                .extracting(Object::toString)
                .containsExactly("dns.Dns.start (Dns.java:2)", "module-info (module-info.java)");
        assertThat(finding.edit()).hasToString("Optional[features.dns.requires: net]");
        assertThat(finding.at().line()).isEqualTo(4);
    }

    @Test
    void whatComesOnlyThroughAnotherIsTold() throws Exception {
        assertThat(code(CALLS_NET)
                        .findings(catalog(
                                "dns: {requires: [mid], modules: [dns]}\n  mid: {requires: [net]}",
                                "p: {include: [dns]}")))
                .containsExactly("indirect-requirement dns > net bytecode");
        assertThat(code(CALLS_NET)
                        .audit(
                                catalog(
                                        "dns: {requires: [mid], modules: [dns]}\n  mid: {requires: [net]}",
                                        "p: {include: [dns]}"),
                                "linux/amd64")
                        .findings()
                        .get(0)
                        .text())
                .endsWith("it is in only since mid requires it");
    }

    @Test
    void aRequirementWithoutUseIsOnlyASuggestion() throws Exception {
        assertThat(code("public class Dns {}", "")
                        .findings(catalog("dns: {requires: [net], modules: [dns]}", "p: {include: [dns]}")))
                .containsExactly("unused-requirement dns > net");
    }

    @Test
    void whereEveryUseIsOptionalTheRequirementIsQuestioned() throws Exception {
        AuditCase code = code(CALLS_NET, "requires static net;");

        assertThat(code.findings(catalog("dns: {requires: [net], modules: [dns]}", "p: {include: [dns]}")))
                .containsExactly("optional-requirement dns > net bytecode");
        assertThat(code.findings(catalog("dns: {modules: [dns]}", "p: {include: [dns]}")))
                .containsExactly("undeclared-optional-use dns > net bytecode");
        assertThat(code.findings(catalog("dns: {ifPresent: [net], modules: [dns]}", "p: {include: [dns]}")))
                .isEmpty();
    }

    @Test
    void baseStandsWithoutFeatures() throws Exception {
        assertThat(code(CALLS_NET)
                        .findings("base: {modules: [dns]}\nfeatures: {net: {modules: [net]}}\nprofiles: {p: {}}\n"))
                .containsExactly("undeclared-requirement base > net bytecode in p");
    }

    @Test
    void aUseWhereTheOtherIsNotAvailable() throws Exception {
        String catalog = """
                features:
                  dns: {requires: [{feature: net, when: linux}], modules: [dns]}
                  net: {platforms: linux, modules: [net]}
                profiles: {p: {include: [dns], platforms: [linux/amd64, macos/arm64]}}
                """;

        assertThat(code(CALLS_NET).audit(catalog).findings()).singleElement().satisfies(finding -> {
            assertThat(AuditCase.word(finding)).isEqualTo("unavailable-use dns > net bytecode in p");
            assertThat(finding.bites())
                    .extracting(bite -> bite.platform().toString())
                    .containsExactly("macos/arm64");
        });
    }

    @Test
    void whatOnlyAVariantUsesIsRequiredOnlyThere() throws Exception {
        AuditFinding finding = code(CALLS_NET).audit("""
                        features:
                          dns: {variants: [{when: linux, modules: [dns]}, {when: not linux}]}
                          net: {modules: [net]}
                        profiles: {p: {include: [dns], platforms: [linux/amd64, macos/arm64]}}
                        """).findings().get(0);

        assertThat(finding.edit().orElseThrow().entry()).isEqualTo("{feature: net, when: linux}");
        assertThat(finding.bites())
                .extracting(bite -> bite.platform().toString())
                .containsExactly("linux/amd64");
    }

    @Test
    void whatALibraryUsesThoseUseWhoReachIt() throws Exception {
        AuditCase code = new AuditCase(
                folder,
                new TestReactor()
                        .module("dns", "requires lib;")
                        .type("dns", "dns.Dns", "public class Dns {}")
                        .module("lib", "")
                        .type(
                                "lib",
                                "lib.Lib",
                                "class Lib { Object o() throws Exception { return Class.forName(\"net.api.Net\"); } }")
                        .module("net", "exports net.api;")
                        .type("net", "net.api.Net", "public class Net {}"));

        assertThat(code.audit(catalog("dns: {modules: [dns]}", "p: {include: [dns]}"), "linux/amd64")
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(AuditCase.word(finding)).isEqualTo("undeclared-requirement dns > net constant in p");
                    assertThat(finding.chain()).containsExactly("dns", "lib", "net");
                });
    }

    @Test
    void everyLibraryOnTheShortestWayIsTold() throws Exception {
        AuditCase code = new AuditCase(
                folder,
                new TestReactor()
                        .module("dns", "requires first; requires detour;")
                        .type("dns", "dns.Dns", "public class Dns {}")
                        .module("detour", "requires further;")
                        .module("further", "requires second;")
                        .module("first", "requires second;")
                        .module("second", "requires third;")
                        .module("third", "requires net;")
                        .type("third", "third.Lib", "class Lib { void run() { net.api.Net.open(); } }")
                        .module("net", "exports net.api;")
                        .type("net", "net.api.Net", "public class Net { public static void open() {} }"));

        assertThat(code.audit(catalog("dns: {modules: [dns]}", "p: {include: [dns]}"), "linux/amd64")
                        .findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.chain()).containsExactly("dns", "first", "second", "third", "net"));
    }

    @Test
    void anEntryThatHoldsOnTooFewPlatformsIsToBeWidened() throws Exception {
        String narrow = """
                features:
                  dns: {requires: [{feature: net, when: linux}], modules: [dns]}
                  net: {modules: [net]}
                profiles: {p: {include: [dns], platforms: [linux/amd64, macos/arm64]}}
                """;

        assertThat(code(CALLS_NET).audit(narrow).findings()).singleElement().satisfies(finding -> {
            assertThat(AuditCase.word(finding)).isEqualTo("undeclared-requirement dns > net bytecode in p");
            assertThat(finding.mend())
                    .isEqualTo(
                            "net under 'requires' of dns in line 3 holds only where linux: write net there without 'when'");
            assertThat(finding.edit()).isEmpty();
        });
    }

    @Test
    void anEntryBesideThatOfAVariantIsWidenedToWhereTheVariantIs() throws Exception {
        String narrow = """
                features:
                  dns: {requires: [{feature: net, when: linux}], variants: [{when: macos, modules: [dns]}, {when: not macos}]}
                  net: {modules: [net]}
                profiles: {p: {include: [dns], platforms: [linux/amd64, macos/arm64]}}
                """;

        assertThat(code(CALLS_NET).audit(narrow).findings())
                .filteredOn(finding -> finding.code() == AuditCode.UNDECLARED_REQUIREMENT)
                .singleElement()
                .satisfies(finding -> assertThat(finding.mend())
                        .isEqualTo("net under 'requires' of dns in line 3 holds only where linux:"
                                + " widen that to 'when: linux or macos'"));
    }

    @Test
    void jarsThatCannotBeIndexedAreNotRead() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");

        Audit audit = new AuditCase(List.of(new PathEntry(broken, "test:broken:1", false)))
                .audit("features: {dns: {modules: [dns]}}\nprofiles: {p: {}}\n", "linux/amd64");

        assertThat(audit.skipped()).singleElement().asString().startsWith("test:broken:1: ");
    }

    @Test
    void aModuleThatIsInNoImage() throws Exception {
        assertThat(code("public class Dns {}", "")
                        .findings("features: {net: {modules: [net]}}\nprofiles: {p: {include: all}}\n"))
                .containsExactly("orphan-module base > dns");
    }

    @Test
    void whatIsLoadedByANameMadeAtRunTimeIsListedUntilItIsDeclared() throws Exception {
        AuditCase code = code(
                "public class Dns { Object o() throws Exception { return Class.forName(System.getProperty(\"x\")); } }",
                "");

        assertThat(code.findings(catalog("dns: {modules: [dns]}", "p: {include: all}")))
                .containsExactly("undecidable-use dns > class dynamic");
        assertThat(code.findings(catalog(
                        "dns: {modules: [dns], dynamic: [{loads: com.acme.Plugin, how: class}]}", "p: {include: all}")))
                .isEmpty();
    }

    @Test
    void whatWasAcceptedIsToldApartAndWhatIsNoMoreIsStale() throws Exception {
        AuditCase code = code(CALLS_NET);
        String catalog = catalog("dns: {modules: [dns]}", "p: {include: [dns]}");
        AuditFinding.Key known = new AuditFinding.Key(AuditCode.UNDECLARED_REQUIREMENT, Optional.of("dns"), "net");
        AuditFinding.Key gone = new AuditFinding.Key(AuditCode.UNUSED_PROVIDER, Optional.of("net"), "net.api.Net");

        Audit audit = code.audit(Set.of(known, gone), catalog, "linux/amd64");

        assertThat(audit.findings()).isEmpty();
        assertThat(audit.accepted()).extracting(AuditFinding::key).containsExactly(known);
        assertThat(audit.stale()).containsExactly(gone);
    }

    private AuditCase code(String dns) throws Exception {
        return code(dns, "requires net;");
    }

    private AuditCase code(String dns, String directives) throws Exception {
        return new AuditCase(
                folder,
                new TestReactor()
                        .module("dns", directives)
                        .type("dns", "dns.Dns", dns)
                        .module("net", "exports net.api;")
                        .type("net", "net.api.Net", "public class Net { public static void open() {} }"));
    }

    private static String catalog(String dns, String profiles) {
        return "\nfeatures:\n  " + dns + "\n  net: {modules: [net]}\nprofiles:\n  " + profiles.replace("\n", "\n  ")
                + "\n";
    }
}
