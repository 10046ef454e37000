package io.whittle.assembler.goal;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What only images that are really linked can tell. */
@DisabledOnOs(OS.WINDOWS)
class LinkedBisectTest {
    private static final String CATALOG = """
            schema: 1
            features:
              app: {modules: [acme.app], jdkModules: [jdk.localedata]}
              clerk: {modules: [acme.clerk]}
              stranger: {modules: [acme.stranger]}
            image:
              launchers: {app: {module: acme.app, main: acme.app.Main}}
              locales: [en]
              strip: [java-debug]
            profiles:
              small: {include: [app]}
              full: {include: all}
            checks:
              french: {run: [app], expect: {stdout: '^mars$'}}
              forked: {run: [app, fork], expect: {stdout: '^served$'}}
              served: {script: [ask.sh, served], expect: {stdout: '^served$'}}
            """;

    private static final String MAIN = """
            import java.time.Month;
            import java.time.format.TextStyle;
            import java.util.Locale;
            import java.util.ServiceLoader;

            public class Main {
                public static void main(String[] args) throws Exception {
                    if (args.length > 0 && args[0].equals("fork")) {
                        String java = System.getProperty("java.home") + "/bin/java";
                        new ProcessBuilder(java, "-m", "acme.app/acme.app.Main", "serve").inheritIO().start().waitFor();
                    } else if (args.length == 0) {
                        System.out.println(Month.MARCH.getDisplayName(TextStyle.FULL, Locale.FRENCH));
                    } else {
                        ServiceLoader.load(Runnable.class).forEach(Runnable::run);
                    }
                }
            }
            """;

    @TempDir
    private Path dir;

    @Test
    void anOptionOfTheImageIsBlamedWhereTheVerySameModulesPass() throws Exception {
        Said said = new Said();

        JsonNode found = project().bisect("french", "small", true, said);

        assertThat(found.get("result").asString()).isEqualTo("options");
        assertThat(found.get("options").valueStream().map(JsonNode::asString)).containsExactly("locales");
        assertThat(found.get("culprits")).isEmpty();
        assertThat(said.lines)
                .contains("check french fails in small for " + Project.host()
                        + ", and passes on the very same modules: to blame is what image says of locales");
        assertThat(dir.resolve("feature-tags.yaml")).hasContent(CATALOG);
    }

    /** Nobody limits what a script sees of an image: each set is linked. */
    @Test
    void aScriptIsAskedInLinkedImagesThroughout() throws Exception {
        BisectProject project = project();
        BisectRequest request = new BisectRequest(
                project.checking(List.of("served"), "small"),
                "full",
                "features",
                Optional.empty(),
                false,
                Optional.of("app"));

        BisectGoal.run(request, new Said());

        JsonNode found = project.document("served", "small");
        assertThat(BisectProject.names(found.get("culprits"))).containsExactly("clerk");
        assertThat(found.get("runs").valueStream().map(run -> run.get("outcome").asString()))
                .contains("passed", "failed")
                .doesNotContain("not-run");
        assertThat(found.get("runs").valueStream())
                .allMatch(run -> run.get("linked").asBoolean());
        assertThat(project.output.resolve("bisect.trials")).doesNotExist();
    }

    /** What a program starts beside itself sees all of the image, and so the laboratory tells nothing. */
    @Test
    void aProgramThatStartsAnotherJvmIsAskedInLinkedImagesInTheEnd() throws Exception {
        BisectProject project = project();
        BisectRequest request = new BisectRequest(
                project.checking(List.of("forked"), "small"),
                "full",
                "features",
                Optional.empty(),
                false,
                Optional.empty());

        BisectGoal.run(request, new Said());

        JsonNode found = project.document("forked", "small");
        assertThat(BisectProject.names(found.get("culprits"))).containsExactly("clerk");
        assertThat(found.get("runs").valueStream())
                .anyMatch(run -> run.get("linked").asBoolean());
    }

    private BisectProject project() throws Exception {
        Path script = Files.writeString(dir.resolve("ask.sh"), "#!/bin/sh\nexec \"$WHITTLE_IMAGE/bin/app\" \"$1\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<PathEntry> path = new TestReactor()
                .module("acme.app", "uses Runnable;")
                .type("acme.app", "acme.app.Main", MAIN)
                .module("acme.clerk", "provides Runnable with acme.clerk.Clerk;")
                .type(
                        "acme.clerk",
                        "acme.clerk.Clerk",
                        "public class Clerk implements Runnable {"
                                + " public void run() { System.out.println(\"served\"); } }")
                .module("acme.stranger", "requires java.logging;")
                .type("acme.stranger", "acme.stranger.Stranger", "public class Stranger {}")
                .folders(dir.resolve("code"));
        return new BisectProject(dir, CATALOG, path);
    }
}
