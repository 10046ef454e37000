package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Grade;
import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.edit.Addition;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Audits made by hand, for tests of how they are told. */
final class Audits {
    /** A folder that is no business of a document. */
    static final String FOLDER = "gateway";

    /** A name that class files allow: it ends a cell, opens an element, ends a line and colours a terminal. */
    static final String NASTY = "com.acme.A|b`c`<img src=x>](http://x)\n{0}\u001b[31m$*_d_*";

    private static final List<Bite> SMALL =
            List.of(bite("minimal", "linux/arm64"), bite("minimal", "linux/amd64"), bite("field", "linux/arm/v7"));

    private Audits() {}

    /** What a console shows of one. */
    static List<String> lines(Audit audit, boolean colour) {
        return AuditText.lines(audit, colour).stream().map(AuditText.Line::text).toList();
    }

    static FeatureCatalog catalog() {
        try {
            return CatalogReader.read(Path.of(FOLDER, "feature-tags.yaml"), """
                            schema: 1
                            name: gateway
                            base: {modules: [acme.core]}
                            features:
                              dns: {modules: [acme.dns]}
                              netstack: {requires: [buffers], modules: [acme.netstack]}
                              buffers: {modules: [acme.buffers]}
                              cli: {requires: [dns, metrics, color], modules: [acme.cli]}
                              color: {modules: [acme.color]}
                              metrics: {modules: [acme.metrics]}
                              osrouter: {platforms: linux, modules: [acme.osrouter]}
                            capabilities:
                              packetpath: {providers: [osrouter, netstack], exclusive: true}
                            profiles:
                              minimal: {include: [dns], platforms: [linux/amd64, linux/arm64]}
                              field: {include: [dns, cli], platforms: [linux/arm/v7, windows/amd64]}
                            """).catalog();
        } catch (CatalogException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** With every code, base and features, and all else that an audit can hold. */
    static Audit rich() {
        List<AuditFinding> findings = Stream.of(
                        undeclaredRequirement(),
                        serviceWithoutProvider(),
                        missingJdkModule(),
                        unavailableUse(),
                        severalExclusiveProviders(),
                        optionalJdkModule(),
                        optionalRequirement(),
                        undeclaredOptionalUse(),
                        orphanModule(),
                        strayProvider(),
                        indirectRequirement(),
                        unusedRequirement(),
                        unusedProvider(),
                        undecidableUse())
                .sorted(Comparator.comparing(AuditFinding::severity)
                        .thenComparing(finding -> finding.feature().orElse(""))
                        .thenComparing(AuditFinding::target)
                        .thenComparing(AuditFinding::code))
                .toList();
        return new Audit(
                catalog(),
                List.of(
                        bite("minimal", "linux/amd64"),
                        bite("minimal", "linux/arm64"),
                        bite("field", "linux/arm/v7"),
                        bite("field", "windows/amd64")),
                findings,
                List.of(accepted()),
                List.of(new AuditFinding.Key(AuditCode.UNUSED_REQUIREMENT, Optional.of("cli"), "dns")),
                new TreeMap<>(Map.of(
                        "acme.dns",
                        new TreeSet<>(List.of("0123456789abcdef".repeat(4))),
                        "acme.osrouter",
                        new TreeSet<>(List.of("01234567".repeat(8), "89abcdef".repeat(8))))),
                new TreeSet<>(List.of("acme.vanished", "org.acme:codec:tests:1")),
                List.of("acme.dns: module-info.class is cut off after 12 bytes", NASTY + ": no class file"),
                new AskedJdk(
                        "17.0.15",
                        List.of("org.acme:core:1.0", "org.acme:dns:1.0"),
                        Optional.empty(),
                        List.of("windows/amd64")));
    }

    /** Nothing to complain of. */
    static Audit clean() {
        return new Audit(
                catalog(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeSet<>(),
                List.of(),
                AskedJdk.NONE);
    }

    /** With these findings and nothing else. */
    static Audit of(List<AuditFinding> findings) {
        return new Audit(
                catalog(),
                List.of(),
                findings,
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeSet<>(),
                List.of(),
                AskedJdk.NONE);
    }

    /** Something that merely informs. */
    static AuditFinding unusedRequirement() {
        return finding(AuditCode.UNUSED_REQUIREMENT, "cli", "metrics")
                .at(8, 24)
                .saying(
                        "cli requires metrics, and no code of cli uses it",
                        "remove the entry, or declare under dynamic how it is used")
                .make();
    }

    private static AuditFinding undeclaredRequirement() {
        return finding(AuditCode.UNDECLARED_REQUIREMENT, "dns", "netstack")
                .known(
                        Grade.BYTECODE,
                        place("acme.dns", "com.acme.dns.Resolver", "start", "Resolver.java", 41),
                        place("acme.dns", "com.acme.dns.Resolver$Cache", "<init>", "Resolver.java", 0),
                        new CodePlace("acme.dns", "com.acme.dns.Wire", "SIZE", Optional.empty(), 0))
                .andMore(4)
                .by("acme.dns", "acme.lookup", "acme.netstack")
                .in(SMALL)
                .at(5, 3)
                .saying("dns uses netstack, and nothing that it requires brings it in", "let it require netstack")
                .adding(Addition.Key.REQUIRES, "netstack", "Resolver.start calls Stack.open")
                .make();
    }

    private static AuditFinding serviceWithoutProvider() {
        return finding(AuditCode.SERVICE_WITHOUT_PROVIDER, "dns", "com.acme.spi.Upstream")
                .known(Grade.SERVICE, place("acme.dns", "com.acme.dns.Upstreams", "all", "Upstreams.java", 17))
                .in(List.of(bite("minimal", "linux/amd64")))
                .at(5, 3)
                .saying(
                        "dns asks for com.acme.spi.Upstream, and netstack, which alone provides it, is out",
                        "let dns require it on Linux")
                .adding(Addition.Key.REQUIRES, "{feature: netstack, when: linux}", null)
                .make();
    }

    private static AuditFinding missingJdkModule() {
        return finding(AuditCode.MISSING_JDK_MODULE, null, "jdk.crypto.ec")
                .known(Grade.JDK, place("acme.core", "com.acme.core.Keys", "curve", "Keys.java", 9))
                .in(SMALL)
                .at(3, 7)
                .saying(
                        "base asks for the algorithm EC, which jdk.crypto.ec answers, and nothing requires that",
                        "name it under jdkModules")
                .adding(Addition.Key.JDK_MODULES, "jdk.crypto.ec", null)
                .alsoOf("cli")
                .alsoOf("dns", Addition.Key.JDK_MODULES, "jdk.crypto.ec")
                .make();
    }

    private static AuditFinding optionalJdkModule() {
        return finding(AuditCode.OPTIONAL_JDK_MODULE, "cli", "jdk.charsets")
                .known(Grade.JDK, place("acme.cli", "com.acme.cli.Screen", "charset", "Screen.java", 12))
                .in(List.of(bite("field", "linux/arm/v7")))
                .at(8, 3)
                .saying(
                        "cli asks the JDK for charset IBM037, which jdk.charsets answers, and goes on without that module",
                        "if images shall have it, name it under jdkModules")
                .make();
    }

    private static AuditFinding unavailableUse() {
        return finding(AuditCode.UNAVAILABLE_USE, "cli", "osrouter")
                .known(Grade.BYTECODE, place("acme.cli", "com.acme.cli.Routes", "print", "Routes.java", 30))
                .in(List.of(bite("field", "windows/amd64")))
                .at(8, 3)
                .saying(
                        "cli uses osrouter, which is available on linux alone",
                        "give cli the same platforms, or guard the use")
                .make();
    }

    private static AuditFinding severalExclusiveProviders() {
        return finding(AuditCode.SEVERAL_EXCLUSIVE_PROVIDERS, "osrouter", "packetpath")
                .known(
                        Grade.SERVICE,
                        new CodePlace(
                                "acme.lookup-1.0.jar", "META-INF/services/com.acme.spi.Path", "", Optional.empty(), 2))
                .in(List.of(bite("field", "linux/arm/v7")))
                .at(13, 3)
                .saying("osrouter and a library provide packetpath, of which one may be in", "take one of the two out")
                .make();
    }

    private static AuditFinding optionalRequirement() {
        return finding(AuditCode.OPTIONAL_REQUIREMENT, "cli", "color")
                .known(Grade.CONSTANT, place("acme.cli", "com.acme.cli.Screen", "paint", "Screen.java", 88))
                .at(8, 33)
                .saying("cli requires color, and every use of it bears its absence", "write it under ifPresent instead")
                .make();
    }

    private static AuditFinding undeclaredOptionalUse() {
        return finding(AuditCode.UNDECLARED_OPTIONAL_USE, "metrics", "dns")
                .known(Grade.CONSTANT, place("acme.metrics", NASTY, "a|b", "My | file.java", 3))
                .at(10, 3)
                .saying("metrics uses dns where it is there, and does not say so", "write it under ifPresent")
                .adding(Addition.Key.IF_PRESENT, "dns", null)
                .make();
    }

    private static AuditFinding orphanModule() {
        return finding(AuditCode.ORPHAN_MODULE, null, "acme.attic")
                .at(4, 1)
                .saying(
                        "acme.attic belongs to no feature, and nothing reaches it",
                        "name it under modules of a feature, or delete it")
                .make();
    }

    private static AuditFinding strayProvider() {
        return finding(AuditCode.STRAY_PROVIDER, null, "acme.phonetic")
                .known(
                        Grade.SERVICE,
                        new CodePlace("acme.phonetic", "com.acme.phonetic.Metaphone", "", Optional.empty(), 0))
                .at(4, 1)
                .saying(
                        "acme.phonetic provides com.acme.spi.Filter, which images know, and is in none",
                        "give it to the feature that asks for it")
                .make();
    }

    private static AuditFinding indirectRequirement() {
        return finding(AuditCode.INDIRECT_REQUIREMENT, "cli", "buffers")
                .known(Grade.BYTECODE, place("acme.cli", "com.acme.cli.Dump", "hex", "Dump.java", 5))
                .at(8, 3)
                .saying(
                        "cli uses buffers, which comes only since netstack requires it",
                        "let it require buffers itself")
                .adding(Addition.Key.REQUIRES, "buffers", null)
                .make();
    }

    private static AuditFinding unusedProvider() {
        return finding(AuditCode.UNUSED_PROVIDER, "netstack", "com.acme.spi.Upstream")
                .known(
                        Grade.SERVICE,
                        new CodePlace("acme.netstack", "module-info", "", Optional.of("module-info.java"), 4))
                .in(List.of(bite("field", "linux/arm/v7")))
                .at(6, 3)
                .saying(
                        "netstack provides com.acme.spi.Upstream, and nothing in the image asks for it",
                        "nothing, if it is meant")
                .make();
    }

    private static AuditFinding undecidableUse() {
        return finding(AuditCode.UNDECIDABLE_USE, null, NASTY)
                .known(Grade.DYNAMIC, place("acme.core", "com.acme.core.Plugins", "load", "Plugins.java", 61))
                .at(3, 1)
                .saying("base loads a class whose name " + NASTY + " begins", "declare under dynamic what it loads")
                .make();
    }

    private static AuditFinding accepted() {
        return finding(AuditCode.UNDECLARED_OPTIONAL_USE, "dns", "osrouter")
                .known(Grade.CONSTANT, place("acme.dns", "com.acme.dns.Routes", "find", "Routes.java", 7))
                .at(5, 3)
                .saying("dns uses osrouter where it is there, and does not say so", "write it under ifPresent")
                .make();
    }

    private static Bite bite(String profile, String platform) {
        return new Bite(profile, Platform.parse(platform));
    }

    private static CodePlace place(String module, String className, String member, String file, int line) {
        return new CodePlace(module, className, member, Optional.of(file), line);
    }

    private static FindingMaker finding(AuditCode code, String feature, String target) {
        return new FindingMaker(code, Optional.ofNullable(feature), target);
    }
}
