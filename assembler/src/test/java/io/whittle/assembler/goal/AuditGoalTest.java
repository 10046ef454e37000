package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is found in code, told, written, mended, accepted, and failed for. */
class AuditGoalTest {
    private static final String CATALOG = """
            schema: 1
            features:
              # Names, over the stack.
              dns:
                modules: [dns]     # one module
              net: {modules: [net]}
            profiles: {small: {include: [dns], platforms: [linux/amd64]}}
            """;

    @TempDir
    private Path dir;

    private final Said said = new Said();
    private List<PathEntry> path;
    private Path file;

    @BeforeEach
    void compile() throws IOException {
        path = new TestReactor()
                .module("dns", "requires net;")
                .type("dns", "dns.Dns", "class Dns { void start() { net.api.Net.open(); } }")
                .module("net", "exports net.api;")
                .type("net", "net.api.Net", "public class Net { public static void open() {} }")
                .folders(dir.resolve("modules"));
        file = Files.writeString(dir.resolve("feature-tags.yaml"), CATALOG);
    }

    @Test
    void whatIsFoundIsToldWrittenAndFails() {
        GoalException refused = catchThrowableOfType(GoalException.class, () -> run("error", false, false));

        assertThat(refused.faults())
                .singleElement()
                .asString()
                .startsWith("The audit has 1 finding that whittle.failOn=error does not let pass")
                .contains("-Dwhittle.fix", "-Dwhittle.accept");
        assertThat(said.lines)
                .contains("  error undeclared-requirement [bytecode]", "    bites in small on linux/amd64")
                .anySatisfy(
                        line -> assertThat(line).contains(":4:3: dns uses net (net.api.Net), but does not require it"));
        for (String name : List.of("audit.json", "audit.sarif", "audit.md")) {
            assertThat(dir.resolve("target").resolve(name)).content().contains("undeclared-requirement");
        }
        assertThat(file).content().isEqualTo(CATALOG);
    }

    @Test
    void nothingFailsWhereNothingShall() throws Exception {
        run("never", false, false);

        assertThat(said.lines).contains("  error undeclared-requirement [bytecode]");
    }

    @Test
    void whatAddingMendsIsAddedAndTheRestOfTheFileStays() throws Exception {
        run("info", true, false);

        assertThat(file).content().isEqualTo("""
                schema: 1
                features:
                  # Names, over the stack.
                  dns:
                    modules: [dns]     # one module
                    requires: [net] # bytecode: dns.Dns.start (Dns.java:2)
                  net: {modules: [net]}
                profiles: {small: {include: [dns], platforms: [linux/amd64]}}
                """);
        assertThat(said.lines)
                .contains("  features.dns.requires: net")
                .last()
                .asString()
                .contains("audit.json");

        said.lines.clear();
        run("info", true, false);
        assertThat(said.lines).anySatisfy(line -> assertThat(line).startsWith("nothing is added to "));
    }

    @Test
    void whatIsAcceptedFailsNoMoreUntilItIsStale() throws Exception {
        run("error", false, true);

        assertThat(dir.resolve("whittle.lock")).content().isEqualTo("""
                {
                  "schema": 2,
                  "profiles": {},
                  "findings": [
                    {"code": "undeclared-requirement", "feature": "dns", "target": "net"}
                  ]
                }
                """);
        run("error", false, false);
        assertThat(said.lines).noneSatisfy(line -> assertThat(line).contains("error undeclared-requirement"));

        Files.writeString(file, CATALOG.replace("modules: [dns] ", "requires: [net]\n    modules: [dns] "));
        said.lines.clear();
        run("error", false, false);
        assertThat(said.lines)
                .anySatisfy(line -> assertThat(line).startsWith("accepted, and found no more: undeclared"));
        run("error", false, true);
        assertThat(dir.resolve("whittle.lock")).content().doesNotContain("findings");
    }

    @Test
    void whoLooksAtOneProfileKeepsWhatWasAcceptedForOthers() throws Exception {
        Files.writeString(file, CATALOG.replace("profiles: {", "profiles: {none: {include: [net]}, "));
        run("error", false, true);
        said.lines.clear();

        run(List.of("none"), "error", false, true);

        assertThat(dir.resolve("whittle.lock")).content().contains("undeclared-requirement");
        assertThat(said.lines).noneSatisfy(line -> assertThat(line).contains("found no more"));
    }

    @Test
    void whoDoesNotReadEveryModuleKeepsWhatWasAccepted() throws Exception {
        Files.writeString(file, CATALOG.replace("profiles: {", "profiles: {both: {include: [dns, net]}, "));
        run("error", false, true);
        String accepted = Files.readString(dir.resolve("whittle.lock"));
        path = path.stream().filter(entry -> entry.label().contains(":net:")).toList();
        said.lines.clear();

        run("error", false, true);

        assertThat(accepted).contains("undeclared-requirement");
        assertThat(dir.resolve("whittle.lock")).content().isEqualTo(accepted);
        assertThat(said.lines).noneSatisfy(line -> assertThat(line).contains("found no more"));
        assertThat(said.warnings).anySatisfy(text -> assertThat(text).startsWith("the code of dns is not read"));
    }

    @Test
    void whatWouldMakeAProfileImpossibleIsNotAdded() throws Exception {
        String catalog = CATALOG.replace("include: [dns]", "include: [dns], exclude: [net]");
        Files.writeString(file, catalog);

        GoalException refused = catchThrowableOfType(GoalException.class, () -> run("error", true, false));

        assertThat(refused.faults().get(0)).startsWith("Nothing is added to ");
        assertThat(refused.faults().get(1)).contains("small excludes net, but dns needs it");
        assertThat(file).content().isEqualTo(catalog);
    }

    @Test
    void aCodeThatThereIsNotIsToldFromTheLock() throws Exception {
        Files.writeString(
                dir.resolve("whittle.lock"),
                "{\"schema\": 1, \"profiles\": {}, \"findings\": [{\"code\": \"undeclared\", \"target\": \"net\"}]}");

        assertThat(catchThrowableOfType(GoalException.class, () -> run("error", false, false))
                        .faults())
                .singleElement()
                .asString()
                .contains("whittle.lock accepts a finding 'undeclared'", "undeclared-requirement");
    }

    @Test
    void aWordThatIsNoSeverityIsTold() {
        assertThat(catchThrowableOfType(GoalException.class, () -> run("warn", false, false))
                        .faults())
                .containsExactly("whittle.failOn is 'warn', which is none.\n  Take error, warning, info or never.");
    }

    @Test
    void aProfileThatCannotBeHadIsTold() throws Exception {
        Files.writeString(
                file,
                CATALOG.replace("include: [dns]", "include: [dns], exclude: [dns]")
                        .replace("exclude: [dns]", "exclude: [net]")
                        .replace("dns:\n", "dns:\n    requires: [net]\n"));

        assertThat(catchThrowableOfType(GoalException.class, () -> run("error", false, false))
                        .faults())
                .singleElement()
                .asString()
                .contains("Profile small cannot be had on linux/amd64", "small excludes net, but dns needs it");
    }

    private void run(String failOn, boolean fix, boolean accept) throws Exception {
        run(List.of(), failOn, fix, accept);
    }

    private void run(List<String> profiles, String failOn, boolean fix, boolean accept) throws Exception {
        AuditGoal.run(
                new AuditRequest(
                        file,
                        profiles,
                        List.of(),
                        path,
                        JarEdges.UNKNOWN,
                        JdkRequest.at(Path.of(System.getProperty("java.home"))),
                        dir.resolve("target"),
                        dir.resolve("whittle.lock"),
                        failOn,
                        fix,
                        accept,
                        false),
                said);
    }
}
