package io.whittle.assembler.audit;

import io.whittle.assembler.testing.TestReactor;
import io.whittle.graph.edit.CatalogEditor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A catalogue of which every edge is needed by code, each for another reason: with all of them nothing is found, and whichever is taken out
 * is found, and added again by the edit that is offered.
 */
class MutationTest {
    /** What stands in the catalogue for each edge, and what stands there without it. */
    private enum Edge {
        CALL("call: {requires: [net], modules: [call]}", "call: {modules: [call]}", "net"),
        DESCRIPTOR(
                "descriptor: {requires: [net], modules: [descriptor]}", "descriptor: {modules: [descriptor]}", "net"),
        NAME("name: {requires: [net], modules: [name]}", "name: {modules: [name]}", "net"),
        HANDED("handed: {requires: [net], modules: [handed]}", "handed: {modules: [handed]}", "net"),
        INHERITED("inherited: {requires: [net], modules: [inherited]}", "inherited: {modules: [inherited]}", "net"),
        RESOURCE("resource: {requires: [net], modules: [resource]}", "resource: {modules: [resource]}", "net"),
        BUNDLE("bundle: {requires: [net], modules: [bundle]}", "bundle: {modules: [bundle]}", "net"),
        FILE("file: {requires: [net], modules: [file]}", "file: {modules: [file]}", "net"),
        LEVEL("level: {ifPresent: [net], modules: [level]}", "level: {modules: [level]}", "net"),
        SETTING("setting: {requires: [net], modules: [setting]}", "setting: {modules: [setting]}", "net"),
        FOLDER("folder: {ifPresent: [net], modules: [folder]}", "folder: {modules: [folder]}", "net"),
        SERVICE("service: {requires: [net], modules: [service]}", "service: {modules: [service]}", "net"),
        HELPED("helped: {requires: [net], modules: [helped]}", "helped: {modules: [helped]}", "net"),
        CAPABILITY("capable: {needs: [way], modules: [capable]}", "capable: {modules: [capable]}", "api.Way"),
        OPTIONAL("optional: {ifPresent: [net], modules: [optional]}", "optional: {modules: [optional]}", "net"),
        GUARDED("guarded: {ifPresent: [net], modules: [guarded]}", "guarded: {modules: [guarded]}", "net"),
        VARIANT(
                "variant: {requires: [{feature: net, when: linux}], variants: [{when: linux, modules: [variant]}, {when: not linux}]}",
                "variant: {variants: [{when: linux, modules: [variant]}, {when: not linux}]}",
                "net");

        private final String declared;
        private final String undeclared;
        private final String target;

        Edge(String declared, String undeclared, String target) {
            this.declared = declared;
            this.undeclared = undeclared;
            this.target = target;
        }

        String feature() {
            return declared.substring(0, declared.indexOf(':'));
        }
    }

    @TempDir
    static Path folder;

    private static AuditCase code;

    @BeforeAll
    static void compile() throws Exception {
        TestReactor reactor = new TestReactor()
                .module("api", "exports api; exports api.load to helped, handed, inherited;")
                .type("api", "api.Path", "public interface Path {}")
                .type("api", "api.Way", "public interface Way {}")
                .type(
                        "api",
                        "api.load.Loaded",
                        "public class Loaded { public static <T> T need(Class<T> type) {"
                                + " return java.util.ServiceLoader.load(type).findFirst().orElseThrow(); }"
                                + " public static Object make(String name) throws Exception { return Class.forName(name); } }")
                .module("net", "requires api; exports net.api; provides api.Path with net.api.Net;")
                .type("net", "net.api.Net", "public class Net implements api.Path { public static void open() {} }")
                .file("net", "net/list.txt", "one")
                .file("net", "net/words.properties", "one=eins")
                .module("one", "requires api; provides api.Way with one.One;")
                .type("one", "one.One", "public class One implements api.Way {}")
                .module("two", "requires api; provides api.Way with two.Two;")
                .type("two", "two.Two", "public class Two implements api.Way {}");
        user(reactor, "call", "requires net;", "void run() { net.api.Net.open(); }");
        user(reactor, "descriptor", "requires net;", "");
        user(reactor, "name", "", "Object run() throws Exception { return Class.forName(\"net.api.Net\"); }");
        user(
                reactor,
                "handed",
                "requires api;",
                "Object run() throws Exception { return api.load.Loaded.make(\"net.api.Net\"); }");
        reactor.module("inherited", "requires api;")
                .type(
                        "inherited",
                        "inherited.User",
                        "class User extends api.load.Loaded { Object run() throws Exception { return make(\"net.api.Net\"); } }");
        user(reactor, "resource", "", "Object run() { return User.class.getResource(\"/net/list.txt\"); }");
        user(reactor, "bundle", "", "Object run() { return java.util.ResourceBundle.getBundle(\"net.words\"); }");
        user(reactor, "file", "", "").file("file", "file/start.properties", "start=net.api.Net\n");
        user(reactor, "level", "", "").file("level", "level/logging.properties", "net.api.Net.level=FINE\n");
        user(reactor, "setting", "", "").file("setting", "setting/start.xml", "<list><file>net/list.txt</file></list>");
        user(
                reactor,
                "folder",
                "",
                "Object run(ClassLoader loader) throws Exception { return loader.getResources(\"net/api\"); }");
        user(
                reactor,
                "service",
                "requires api; uses api.Path;",
                "Object run() { return java.util.ServiceLoader.load(api.Path.class).findFirst().orElseThrow(); }");
        user(reactor, "helped", "requires api;", "Object run() { return api.load.Loaded.need(api.Path.class); }");
        user(
                reactor,
                "capable",
                "requires api; uses api.Way;",
                "Object run() { return java.util.ServiceLoader.load(api.Way.class).iterator().next(); }");
        user(reactor, "optional", "requires static net;", "void run() { net.api.Net.open(); }");
        user(
                reactor,
                "guarded",
                "",
                "Object run() { try { return Class.forName(\"net.api.Net\"); } catch (ClassNotFoundException e) { return null; } }");
        user(reactor, "variant", "requires net;", "void run() { net.api.Net.open(); }");
        code = new AuditCase(folder, reactor);
    }

    private static TestReactor user(TestReactor reactor, String module, String directives, String members) {
        return reactor.module(module, directives).type(module, module + ".User", "class User { " + members + " }");
    }

    @Test
    void theWholeCatalogueIsClean() throws Exception {
        assertThat(code.audit(catalog(null)).findings())
                .extracting(AuditCase::word)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("edges")
    void anEdgeThatIsTakenOutIsFoundAndAddedAgain(Edge edge) throws Exception {
        Audit audit = code.audit(catalog(edge));

        assertThat(audit.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.feature()).contains(edge.feature());
            assertThat(finding.target()).isIn(edge.target, "api.Path");
            assertThat(finding.code())
                    .isIn(
                            AuditCode.UNDECLARED_REQUIREMENT,
                            AuditCode.SERVICE_WITHOUT_PROVIDER,
                            AuditCode.UNDECLARED_OPTIONAL_USE);
            assertThat(finding.places()).isNotEmpty();
        });
        String mended = CatalogEditor.add(
                "schema: 1\n" + catalog(edge),
                audit.findings().stream()
                        .flatMap(finding -> finding.edit().stream())
                        .toList());
        assertThat(code.audit(mended.replace("schema: 1\n", "")).findings()).isEmpty();
    }

    private static Stream<Edge> edges() {
        return Stream.of(Edge.values());
    }

    private static String catalog(Edge without) {
        StringBuilder text = new StringBuilder("base: {modules: [api]}\nfeatures:\n");
        text.append("  net: {modules: [net]}\n  one: {modules: [one]}\n  two: {modules: [two]}\n");
        for (Edge edge : Edge.values()) {
            text.append("  ")
                    .append(edge == without ? edge.undeclared : edge.declared)
                    .append('\n');
        }
        text.append("capabilities: {way: {providers: [one, two]}}\nprofiles:\n  full: {include: all, ");
        text.append("platforms: [linux/amd64, macos/arm64]}\n");
        for (Edge edge : List.of(Edge.values())) {
            text.append("  p-").append(edge.feature()).append(": {include: [").append(edge.feature());
            text.append("], platforms: [linux/amd64, macos/arm64]}\n");
        }
        return text.toString();
    }
}
