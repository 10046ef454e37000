package io.whittle.assembler.audit;

import io.whittle.assembler.testing.TestReactor;
import io.whittle.graph.edit.Addition;
import io.whittle.graph.edit.CatalogEditor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What a library asks of the JDK, where several features reach the library. */
class SharedNeedsTest {
    private static final String ASKS = "public class %s { Object set = java.nio.charset.Charset.forName(\"IBM037\"); }";

    @TempDir
    static Path folder;

    private static AuditCase code;

    @BeforeAll
    static void compile() throws Exception {
        code = new AuditCase(
                folder,
                new TestReactor()
                        .module("lib", "exports lib;")
                        .type("lib", "lib.Lib", ASKS.formatted("Lib"))
                        .module("app", "requires lib;")
                        .module("clock", "requires lib; requires app;")
                        .module("files", "requires lib;")
                        .module("log", "requires lib;")
                        .type("log", "log.Log", ASKS.formatted("Log")));
    }

    @Test
    void itIsToldOfTheFeatureThatTheOthersBringAlong() throws Exception {
        Audit audit = audit("""
                  app: {modules: [app]}
                  clock: {requires: [app], modules: [clock]}
                  files: {requires: [clock], modules: [files]}
                """);

        assertThat(needs(audit))
                .extracting(SharedNeedsTest::word)
                .containsExactly("app > jdk.charsets, also clock, files");
        assertThat(edits(audit)).containsExactly("features.app.jdkModules: jdk.charsets");
        assertThat(String.join("\n", Audits.lines(audit, false))).contains("the same is true of clock and files\n");
    }

    @Test
    void featuresThatShareOnlyTheLibraryAreToldTogetherEachWithItsEdit() throws Exception {
        String features = """
                  app: {modules: [app]}
                  clock: {requires: [app], modules: [clock]}
                  files: {modules: [files]}
                """;
        Audit audit = audit(features);

        assertThat(needs(audit))
                .extracting(SharedNeedsTest::word)
                .containsExactly("app > jdk.charsets, also clock, files");
        assertThat(edits(audit))
                .containsExactly("features.app.jdkModules: jdk.charsets", "features.files.jdkModules: jdk.charsets");
        String mended = CatalogEditor.add(
                "schema: 1\n" + catalog(features), needs(audit).get(0).edits());
        assertThat(needs(code.audit(mended.replace("schema: 1\n", ""), "linux/amd64")))
                .isEmpty();
    }

    @Test
    void whatIsKnownFromOtherPlacesIsToldApart() throws Exception {
        assertThat(needs(audit("  app: {modules: [app]}\n  log: {modules: [log]}\n")))
                .extracting(SharedNeedsTest::word)
                .containsExactly("app > jdk.charsets", "log > jdk.charsets");
    }

    @Test
    void baseIsInWhateverElseIs() throws Exception {
        Audit audit = code.audit(
                "base: {modules: [app]}\nfeatures: {files: {modules: [files]}}\nprofiles: {p: {include: all}}",
                "linux/amd64");

        assertThat(needs(audit)).extracting(SharedNeedsTest::word).containsExactly("base > jdk.charsets, also files");
        assertThat(edits(audit)).containsExactly("base.jdkModules: jdk.charsets");
    }

    @Test
    void ofTwoThatBringEachOtherTheFirstIsTold() throws Exception {
        Audit audit = audit("""
                  app: {requires: [files], modules: [app]}
                  files: {requires: [app], modules: [files]}
                """);

        assertThat(needs(audit)).extracting(SharedNeedsTest::word).containsExactly("app > jdk.charsets, also files");
        assertThat(edits(audit)).containsExactly("features.app.jdkModules: jdk.charsets");
    }

    @Test
    void whoIsBroughtOnOnePlatformAloneMendsNothingOnAnother() throws Exception {
        String features = """
                  app: {modules: [app]}
                  files: {requires: [{feature: app, when: linux}], modules: [files]}
                """;

        assertThat(edits(audit(features, "linux/amd64"))).containsExactly("features.app.jdkModules: jdk.charsets");
        assertThat(edits(audit(features, "linux/amd64", "windows/amd64")))
                .containsExactly("features.app.jdkModules: jdk.charsets", "features.files.jdkModules: jdk.charsets");
    }

    @Test
    void itIsAcceptedForEachFeature() throws Exception {
        String features = """
                  app: {modules: [app]}
                  clock: {requires: [app], modules: [clock]}
                  files: {requires: [app], modules: [files]}
                """;
        Set<AuditFinding.Key> all = needs(audit(features)).stream()
                .flatMap(finding -> finding.keys().stream())
                .collect(Collectors.toSet());
        assertThat(all).hasSize(3);

        Audit accepted = code.audit(all, catalog(features), "linux/amd64");
        assertThat(needs(accepted)).isEmpty();
        assertThat(accepted.accepted()).hasSize(3);
        assertThat(accepted.stale()).isEmpty();

        Audit ofApp = code.audit(Set.of(key("app")), catalog(features), "linux/amd64");
        assertThat(needs(ofApp)).extracting(SharedNeedsTest::word).containsExactly("clock > jdk.charsets, also files");
        assertThat(edits(ofApp))
                .containsExactly("features.clock.jdkModules: jdk.charsets", "features.files.jdkModules: jdk.charsets");
    }

    private static Audit audit(String features, String... platforms) throws Exception {
        return code.audit(catalog(features), platforms.length == 0 ? new String[] {"linux/amd64"} : platforms);
    }

    private static String catalog(String features) {
        return "features:\n" + features + "profiles: {p: {include: all}}\n";
    }

    private static AuditFinding.Key key(String feature) {
        return new AuditFinding.Key(AuditCode.MISSING_JDK_MODULE, Optional.of(feature), "jdk.charsets");
    }

    private static String word(AuditFinding finding) {
        String also = finding.also().stream()
                .map(other -> other.feature().orElse("base"))
                .collect(Collectors.joining(", "));
        return finding.feature().orElse("base") + " > " + finding.target() + (also.isEmpty() ? "" : ", also " + also);
    }

    private static List<AuditFinding> needs(Audit audit) {
        return audit.findings().stream()
                .filter(finding -> finding.code() == AuditCode.MISSING_JDK_MODULE)
                .toList();
    }

    private static List<String> edits(Audit audit) {
        return needs(audit).stream()
                .flatMap(finding -> finding.edits().stream())
                .map(Addition::toString)
                .toList();
    }
}
