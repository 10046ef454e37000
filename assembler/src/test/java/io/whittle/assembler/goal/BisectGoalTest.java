package io.whittle.assembler.goal;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** From a check that fails in a linked image to the edit that heals it. */
@DisabledOnOs(OS.WINDOWS)
class BisectGoalTest {
    private static final String CATALOG = """
            schema: 1
            features:
              app: {modules: [acme.app], checks: [answers]}
              heavy: {modules: [acme.heavy]}
              network: {modules: [acme.network]}
              stack: {modules: [acme.stack], requires: [heavy]}
              texts: {modules: [acme.texts]}
              words: {modules: [acme.words]}
            image: {launchers: {app: {module: acme.app, main: acme.app.Main}}}
            profiles:
              small: {include: [app], forbid: {modules: [java.desktop]}}
              full: {include: all}
            checks:
              answers: {run: [app], expect: {stdout: '^answered$'}}
              works: {run: [app, works], expect: {stdout: '^works$'}}
              never: {run: [app, never], expect: {stdout: '^never$'}}
              greets: {run: [app, greets], expect: {stdout: '^hello over the network$'}}
              french: {run: [app, french], expect: {stdout: '^mars$'}}
            """;

    private static final String MAIN = """
            import java.time.Month;
            import java.time.format.TextStyle;
            import java.util.Locale;
            import java.util.ServiceLoader;

            public class Main {
                public static void main(String[] args) throws java.io.IOException {
                    switch (args.length == 0 ? "" : args[0]) {
                        case "works" -> System.out.println("works");
                        case "never" -> System.out.println("no");
                        case "greets" -> greet();
                        case "french" ->
                            System.out.println(Month.MARCH.getDisplayName(TextStyle.FULL, Locale.FRENCH));
                        default -> System.out.println(
                                ServiceLoader.load(Stack.class).findFirst().map(Stack::answer).orElse("silence"));
                    }
                }

                // What is started first must have been there, and a text lies in a module without a class.
                private static void greet() throws java.io.IOException {
                    ServiceLoader.load(Runnable.class).forEach(Runnable::run);
                    var texts = Main.class.getModule().getLayer().findModule("acme.texts").orElseThrow();
                    try (var text = texts.getResourceAsStream("META-INF/hello.txt")) {
                        System.out.println(new String(text.readAllBytes()) + " over " + System.getProperty("way"));
                    }
                }
            }
            """;

    @TempDir
    private Path dir;

    private BisectProject project;

    @BeforeEach
    void compile() throws IOException {
        List<PathEntry> path = new TestReactor()
                .module("acme.app", "exports acme.app; uses acme.app.Stack; uses Runnable;")
                .type("acme.app", "acme.app.Stack", "public interface Stack { String answer(); }")
                .type("acme.app", "acme.app.Main", MAIN)
                .module("acme.heavy", "requires java.logging;")
                .type("acme.heavy", "acme.heavy.Heavy", "public class Heavy {}")
                .module(
                        "acme.stack",
                        "requires acme.app; requires acme.heavy; provides acme.app.Stack with acme.stack.Real;")
                .type(
                        "acme.stack",
                        "acme.stack.Real",
                        "public class Real implements acme.app.Stack { public String answer() { return \"answered\"; } }")
                .module("acme.network", "provides Runnable with acme.network.Start;")
                .type(
                        "acme.network",
                        "acme.network.Start",
                        "public class Start implements Runnable {"
                                + " public void run() { System.setProperty(\"way\", \"the network\"); } }")
                .module("acme.texts", "")
                .file("acme.texts", "META-INF/hello.txt", "hello")
                .module("acme.words", "requires java.xml; requires java.desktop;")
                .type("acme.words", "acme.words.Words", "public class Words {}")
                .folders(dir.resolve("code"));
        project = new BisectProject(dir, CATALOG, path);
    }

    /** One story, since each link takes seconds. */
    @Test
    void aFeatureThatNobodyDeclaredIsFoundAndDeclared() throws Exception {
        Said said = new Said();
        JsonNode found = project.bisect("answers", "small", false, said);

        assertThat(found.get("result").asString()).isEqualTo("healed");
        assertThat(BisectProject.names(found.get("culprits"))).containsExactly("stack");
        assertThat(BisectProject.names(found.get("added")))
                .contains("stack", "heavy", "java.logging")
                .doesNotContain("words");
        assertThat(BisectProject.names(found.get("suspects"))).containsExactly("stack");
        assertThat(found.get("confirmation").asString()).isEqualTo("confirmed");
        assertThat(found.get("without")).hasSize(1);
        assertThat(found.get("fault").get("expected").asString()).contains("^answered$");
        assertThat(said.lines)
                .contains("check answers fails in small for " + Project.host() + " for want of feature stack")
                .contains("    requires: [stack]")
                .anyMatch(line -> line.matches("  run \\d+ of about \\d+, \\d+ suspects? left"));
        assertThat(project.catalog).hasContent(CATALOG);
        assertThat(project.output.resolve("bisect.trials")).doesNotExist();

        project.bisect("answers", "small", true, said);
        assertThat(Files.readString(project.catalog))
                .contains("requires: [stack]")
                .contains("app: {modules: [acme.app], checks: [answers]");

        project.bisect("answers", "small", false, said);
        assertThat(said.lines)
                .contains("check answers passes in small for " + Project.host() + ": there is nothing to look for");
    }

    @Test
    void aModuleOfTheJdkIsFoundWhereNoFeatureHeals() throws Exception {
        Said said = new Said();
        JsonNode found = project.bisect("french", "small", true, said);

        assertThat(BisectProject.names(found.get("culprits"))).containsExactly("jdk.localedata");
        assertThat(found.get("culprits").get(0).get("kind").asString()).isEqualTo("jdk-module");
        assertThat(Files.readString(project.catalog)).contains("checks: [answers], jdkModules: [jdk.localedata]");
    }

    @Test
    void anOrderOfStartAndAResourceAreFoundThoughNoClassOfTheOneIsLoaded() throws Exception {
        JsonNode found = project.bisect("greets", "small", false, new Said());

        assertThat(BisectProject.names(found.get("culprits"))).containsExactlyInAnyOrder("network", "texts");
        assertThat(BisectProject.names(found.get("suspects"))).containsExactly("network");
        assertThat(found.get("beyondSuspects").asBoolean()).isTrue();
        assertThat(found.get("confirmation").asString()).isEqualTo("confirmed");
    }

    @Test
    void whatNothingHealsIsToldAndIsAFailure() throws Exception {
        Said said = new Said();

        GoalException none = catchThrowableOfType(
                GoalException.class, () -> BisectGoal.run(project.request("never", "small", true), said));

        assertThat(none.faults()).singleElement().asString().contains("not among what was tried", "java.desktop");
        assertThat(project.document("never", "small").get("result").asString()).isEqualTo("superset-fails");
        assertThat(project.catalog).hasContent(CATALOG);
    }

    @Test
    void anImageThatPassesIsSaidToPass() throws Exception {
        Said said = new Said();

        JsonNode found = project.bisect("works", "small", true, said);

        assertThat(found.get("result").asString()).isEqualTo("image-passes");
        assertThat(said.lines).anyMatch(line -> line.contains("nothing is added"));
    }

    @Test
    void allThatIsAskedInErrorIsToldAtOnceAndNothingIsLinked() {
        BisectRequest wrong = new BisectRequest(
                project.checking(List.of(), "all"), "ful", "modules", Optional.of(0), true, Optional.of("ap"));

        GoalException refused = catchThrowableOfType(GoalException.class, () -> BisectGoal.run(wrong, new Said()));

        assertThat(refused.faults())
                .satisfiesExactly(
                        check -> assertThat(check).contains("one check", "answers, french, greets, never, works"),
                        over -> assertThat(over).contains("whittle.over is 'modules'", "features, jdk, both"),
                        superset -> assertThat(superset).contains("no profile 'ful'", "did you mean full?"),
                        feature -> assertThat(feature).contains("whittle.feature names 'ap'", "Is app meant?"),
                        profile -> assertThat(profile).contains("one profile", "not all"),
                        attempts -> assertThat(attempts).contains("whittle.attempts is 0"));
        assertThat(project.output.resolve("small")).doesNotExist();
    }
}
