package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestModule;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Where several jars claim one module name, the code that an image is linked from is the code that is read for it. */
class AuditOfSeveralJarsTest {
    private static final String FORKED = """
            schema: 1
            features:
              dns: {modules: [dns]}
              net: {modules: [net]}
            profiles:
              plain: {include: [dns], platforms: [linux/amd64]}
              forked: {include: [dns], platforms: [linux/amd64], replace: {dns: 'test:fork'}}
            """;

    private static final String NET = "public class Net { public static void open() {} }";

    @TempDir
    private Path dir;

    private final Said said = new Said();

    @Test
    void whatAForkUsesBitesWhereTheForkIs() throws Exception {
        List<PathEntry> path = forked("int calm;", "void start() { net.api.Net.open(); }");

        assertThat(findings(FORKED, path))
                .containsExactly("undeclared-requirement dns > net {\"forked\":[\"linux/amd64\"]}");
        assertThat(audit().at("/code/dns").valueStream()).hasSize(2);
        assertThat(audit().at("/code/net").isString()).isTrue();
        assertThat(audit().get("unread").isEmpty()).isTrue();
    }

    @Test
    void whatTheForkNoLongerUsesBitesWhereTheOtherIs() throws Exception {
        List<PathEntry> path = forked("void start() { net.api.Net.open(); }", "int calm;");

        assertThat(findings(FORKED, path))
                .containsExactly("undeclared-requirement dns > net {\"plain\":[\"linux/amd64\"]}");
    }

    @Test
    void whatOneOfThemUsesIsUsed() throws Exception {
        String requiring = FORKED.replace("dns: {", "dns: {requires: [net], ");

        assertThat(findings(requiring, forked("int calm;", "void start() { net.api.Net.open(); }")))
                .isEmpty();
        assertThat(findings(requiring, forked("void start() { net.api.Net.open(); }", "int calm;")))
                .isEmpty();
        assertThat(findings(requiring, forked("int calm;", "int calm;")))
                .containsExactly("unused-requirement dns > net {}");
    }

    @Test
    void whatWasAcceptedAndOneOfThemUsesByNowIsStale() throws Exception {
        String requiring = FORKED.replace("dns: {", "dns: {requires: [net], ");
        run(requiring, forked("int calm;", "int calm;"), true);

        assertThat(findings(requiring, forked("int calm;", "int calm;"))).isEmpty();
        assertThat(audit().get("accepted")).hasSize(1);
        assertThat(audit().get("stale")).isEmpty();

        assertThat(findings(requiring, forked("int calm;", "void start() { net.api.Net.open(); }")))
                .isEmpty();
        assertThat(audit().get("accepted")).isEmpty();
        assertThat(audit().get("stale"))
                .singleElement()
                .extracting(key -> key.get("code").asString())
                .isEqualTo("unused-requirement");
    }

    @Test
    void whatOneOfThemCanDoWithoutAndNoOtherUsesIsOptional() throws Exception {
        String bearing = "Object start() throws Exception { try { return Class.forName(\"net.api.Net\"); }"
                + " catch (ClassNotFoundException none) { return null; } }";

        assertThat(findings(FORKED.replace("dns: {", "dns: {requires: [net], "), forked("int calm;", bearing)))
                .containsExactly("optional-requirement dns > net {}");
        assertThat(findings(FORKED, forked("void start() { net.api.Net.open(); }", bearing)))
                .containsExactly("undeclared-requirement dns > net {\"plain\":[\"linux/amd64\"]}");
    }

    @Test
    void theVariantOfAPlatformIsReadThere() throws Exception {
        String variants = """
                schema: 1
                features:
                  screen:
                    modules: [screen]
                    variants:
                      - {when: linux, artifacts: ['test:screen:linux']}
                      - {when: windows, artifacts: ['test:screen:win']}
                  log: {modules: [log]}
                profiles:
                  small: {include: [screen], platforms: [linux/amd64, windows/amd64]}
                """;
        List<PathEntry> path = List.of(
                module("screen").type("screen.Screen", "").jar(dir, "linux.jar", "test:screen:linux:1"),
                module("screen")
                        .type("screen.Screen", "Object o() throws Exception { return Class.forName(\"log.Log\"); }")
                        .jar(dir, "win.jar", "test:screen:win:1"),
                module("log").type("log.Log", "").jar(dir, "log.jar", "test:log:1"));

        assertThat(findings(variants, path))
                .containsExactly("undeclared-requirement screen > log {\"small\":[\"windows/amd64\"]}");
    }

    @Test
    void jarsOfOneNameOnAClassPathAreAllRead() throws Exception {
        String catalog = """
                schema: 1
                features:
                  web: {artifacts: ['test:web', 'test:web:extra']}
                  db: {artifacts: ['test:db']}
                profiles: {small: {include: [web], platforms: [linux/amd64]}}
                """;
        TestModule extra = module("web")
                .type("web.extra.Load", "Object o() throws Exception { return Class.forName(\"db.Rows\"); }");
        List<PathEntry> path = new ArrayList<>(List.of(
                module("web").automatic().type("web.Web", "").jar(dir, "web.jar", "test:web:1"),
                module("db").automatic().type("db.Rows", "").jar(dir, "db.jar", "test:db:1")));
        path.add(extra.jar(dir, "extra.jar", "test:web:extra:1"));

        assertThat(findings(catalog, path)).isEmpty();
        assertThat(audit().get("unread").toString()).isEqualTo("[\"test:web:extra:1\"]");
        assertThat(said.warnings)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("the code of test:web:extra:1 is not read: an image has another jar"));
        assertThat(dir.resolve("target/audit.md")).content().contains("another jar of its module name is read");

        path.set(2, extra.automatic().jar(dir, "extra.jar", "test:web:extra:1"));
        assertThat(findings(catalog, path))
                .containsExactly("undeclared-requirement web > db {\"small\":[\"linux/amd64\"]}");
        assertThat(audit().get("unread").isEmpty()).isTrue();
    }

    @Test
    void aJarHasTheNameThatTheCatalogueGivesIt() throws Exception {
        String catalog = """
                schema: 1
                artifacts: {'test:codec': {module: acme.codec}}
                features:
                  codec: {modules: [acme.codec]}
                profiles: {small: {include: [codec], platforms: [linux/amd64]}}
                """;

        assertThat(findings(catalog, List.of(module("codec").automatic().jar(dir, "c.jar", "test:codec:1"))))
                .isEmpty();
        assertThat(audit().get("unread").isEmpty()).isTrue();
    }

    private List<PathEntry> forked(String plain, String fork) throws Exception {
        List<PathEntry> path = new ArrayList<>(reactor(plain));
        PathEntry other = reactor(fork).get(0);
        path.add(new PathEntry(other.path(), "test:fork:1", true));
        return path;
    }

    private List<PathEntry> reactor(String members) throws Exception {
        return new TestReactor()
                .module("dns", members.contains("net.api.Net.open") ? "requires net;" : "")
                .type("dns", "dns.Dns", "class Dns { " + members + " }")
                .module("net", "exports net.api;")
                .type("net", "net.api.Net", NET)
                .folders(Files.createTempDirectory(dir, "reactor"));
    }

    private List<String> findings(String catalog, List<PathEntry> path) throws Exception {
        run(catalog, path, false);
        return audit().get("findings")
                .valueStream()
                .map(finding -> finding.get("code").asString() + " "
                        + finding.path("feature").asString("base") + " > "
                        + finding.get("target").asString() + " " + finding.get("bites"))
                .toList();
    }

    private void run(String catalog, List<PathEntry> path, boolean accepted) throws Exception {
        Path file = Files.writeString(dir.resolve("feature-tags.yaml"), catalog);
        AuditGoal.run(
                new AuditRequest(
                        file,
                        List.of(),
                        List.of(),
                        path,
                        JarEdges.UNKNOWN,
                        JdkAt.folder(Path.of(System.getProperty("java.home"))),
                        dir.resolve("target"),
                        dir.resolve("target"),
                        dir.resolve("whittle.lock"),
                        "never",
                        false,
                        accepted,
                        false),
                said);
    }

    private JsonNode audit() {
        return new JsonMapper().readTree(dir.resolve("target/audit.json").toFile());
    }
}
