package io.whittle.assembler.goal;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A project without a catalogue gets one, whole or not at all. */
class InitGoalTest {
    @TempDir
    private Path dir;

    private Path to;
    private List<PathEntry> path;
    private final Said said = new Said();

    private boolean bound;

    @BeforeEach
    void modules() {
        to = dir.resolve("feature-tags.yaml");
        path = new ArrayList<>(new TestReactor()
                .module("acme.core", "exports acme.core;")
                .type("acme.core", "acme.core.Core", "public class Core {}")
                .module("acme.app", "requires acme.core;")
                .type(
                        "acme.app",
                        "acme.app.Main",
                        "public class Main extends acme.core.Core { public static void main(String[] args) {} }")
                .folders(dir.resolve("reactor")));
    }

    @Test
    void whatIsWrittenResolvesAndIsTold() throws Exception {
        run(Optional.of("app"));

        assertThat(said.warnings).isEmpty();
        assertThat(said.lines)
                .contains(
                        "reading the code of 2 modules",
                        "written to " + to
                                + ": base with 1 module, 1 feature, capabilities: 0, launchers: 1, profiles minimal and full",
                        "whittle:audit finds nothing wrong with it, and it can be linked",
                        "    <version>7.1</version>",
                        "  mvn package -Dwhittle.profile=minimal")
                .anyMatch(line -> line.contains("the pom of app, which depends on every one"));
        assertThat(to).content().startsWith("# Features as the code has them").contains("name: sample\n");
        ResolveGoal.run(
                new ResolveRequest(to, List.of("all"), List.of("linux/amd64"), dir.resolve("target"), "closure"), said);
        assertThat(String.join("\n", said.lines)).contains("1 of 1 feature");
    }

    @Test
    void whatTheCodeDoesWithoutIsNotAdded() throws Exception {
        path = new ArrayList<>(new TestReactor()
                .module("acme.app", "requires static java.naming;")
                .type("acme.app", "acme.app.Main", """
                        import java.nio.charset.Charset;
                        public class Main {
                            Object set = Charset.isSupported("IBM037") ? Charset.forName("IBM037") : null;
                            void name(java.util.Properties env) {
                                env.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
                            }
                            Object module = ModuleLayer.boot().findModule("jdk.zipfs").isPresent() ? zip() : null;
                            Object old() throws Exception {
                                if (Class.forName(Main.class.getModule(), "sun.nio.cs.ext.IBM930") == null) {
                                    return null;
                                }
                                return Charset.forName("IBM930");
                            }
                            Object zip() throws RuntimeException {
                                try {
                                    return java.nio.file.FileSystems.newFileSystem(java.nio.file.Path.of("a.zip"));
                                } catch (java.nio.file.ProviderNotFoundException | java.io.IOException none) {
                                    return null;
                                }
                            }
                        }""")
                .folders(dir.resolve("asking")));
        run(Optional.empty());

        assertThat(to).content().doesNotContain("jdkModules", "jdk.");
    }

    @Test
    void modulesOfTheJdkHaveTheirReasonBehindThem() throws Exception {
        path = new ArrayList<>(new TestReactor()
                .module("acme.app", "")
                .type(
                        "acme.app",
                        "acme.app.Main",
                        "public class Main {\n static Object set = java.nio.charset.Charset.forName(\"IBM037\");\n}")
                .folders(dir.resolve("asking")));
        run(Optional.empty());

        assertThat(to).content().containsPattern("""
                jdkModules:
                      - jdk\\.charsets  # jdk: .*IBM037.* in acme\\.app\\.Main\\.<clinit> \\(Main\\.java:3\\)
                """);
    }

    @Test
    void whoBindsTheLinkIsNotToldToDoSo() throws Exception {
        bound = true;
        run(Optional.of("app"));

        assertThat(said.lines)
                .noneMatch(line -> line.contains("<plugin>"))
                .contains("  mvn package -Dwhittle.profile=minimal");
    }

    @Test
    void aCatalogueThatIsThereIsNotReplaced() throws Exception {
        Files.writeString(to, "mine");

        assertThat(refused())
                .hasMessageContaining(to + " exists, and whittle:init replaces nothing.")
                .hasMessageContaining("whittle:audit -Dwhittle.fix")
                .hasMessageContaining("-Dwhittle.to=<file>");
        assertThat(to).hasContent("mine");
    }

    @Test
    void aProjectWithoutModulesIsToldWhatItNeeds() throws IOException {
        path = List.of(bare());

        assertThat(refused()).hasMessageContaining("test:bare:1").hasMessageContaining("jdeps --generate-module-info");
        assertThat(to).doesNotExist();
    }

    @Test
    void aProjectThatIsNotBuiltIsTold() {
        path = List.of(new PathEntry(path.get(0).path(), "a library"));

        assertThat(refused()).hasMessageContaining("No module of the project is built.");
        assertThat(to).doesNotExist();
    }

    @Test
    void aJarWithoutDescriptorIsWarnedOfAndLeftOut() throws Exception {
        path.add(bare());
        run(Optional.empty());

        assertThat(said.warnings)
                .hasSize(2)
                .anyMatch(text -> text.startsWith("Without a module-info.class, and so in no feature: test:bare:1."))
                .anyMatch(text -> text.contains("[orphan-module]"));
        assertThat(said.lines)
                .contains("mend what is warned of above first")
                .anyMatch(line -> line.contains("in a project of packaging pom that depends on every one"));
        assertThat(to).content().contains("acme.app").doesNotContain("bare");
    }

    @Test
    void whatCannotBeLinkedIsWarnedOf() throws Exception {
        path.add(module("acme.gui").requires("sealed.jar").jar(dir));
        PathEntry gui = path.remove(path.size() - 1);
        path.add(new PathEntry(gui.path(), gui.label(), true));
        path.add(module("sealed.jar").signed().jar(dir));
        run(Optional.empty());

        assertThat(said.warnings)
                .singleElement()
                .asString()
                .startsWith("whittle:link would refuse this:")
                .contains("sealed.jar (test:sealed.jar:1)");
        assertThat(said.lines).contains("mend what is warned of above first");
    }

    private PathEntry bare() {
        Path jar = module("bare").automatic().pkg("bare").jar(dir).path();
        return new PathEntry(jar, "test:bare:1", true);
    }

    private GoalException refused() {
        return catchThrowableOfType(GoalException.class, () -> run(Optional.empty()));
    }

    private void run(Optional<String> linking) throws GoalException, IOException, InterruptedException {
        InitGoal.run(
                new InitRequest(
                        to,
                        "sample",
                        path,
                        JdkAt.folder(TestJdk.home()),
                        to.resolveSibling("target"),
                        linking,
                        bound,
                        "7.1"),
                said);
    }
}
