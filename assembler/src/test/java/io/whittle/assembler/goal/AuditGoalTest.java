package io.whittle.assembler.goal;

import io.whittle.assembler.audit.AuditCode;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.assembler.testing.TestModule;
import io.whittle.assembler.testing.TestReactor;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

    /** Of the JDK that runs, for another. */
    private static final List<String> BORROWED = List.of("lib", "jmods", "conf", "bin/jlink");

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
        assertThat(said.errors)
                .startsWith("feature dns")
                .contains("  error undeclared-requirement [bytecode]", "    bites in small on linux/amd64")
                .anySatisfy(
                        line -> assertThat(line).contains(":4:3: dns uses net (net.api.Net), but does not require it"));
        assertThat(new JsonMapper()
                        .readTree(dir.resolve("target/audit.json").toFile())
                        .get("code")
                        .propertyNames())
                .containsExactly("dns", "net");
        assertThat(AuditGoal.hasRead(dir.resolve("kept"))).isTrue();
        assertThat(AuditGoal.hasRead(dir.resolve("target"))).isFalse();
        for (String name : List.of("audit.json", "audit.sarif", "audit.md")) {
            assertThat(dir.resolve("target").resolve(name)).content().contains("undeclared-requirement");
        }
        assertThat(file).content().isEqualTo(CATALOG);
    }

    @Test
    void jarsThatAreInNoImageAreToldOnce() throws Exception {
        path = new ArrayList<>(path);
        path.add(TestModule.module("acme.codec").pkg("acme.codec").jar(dir));

        run("never", false, false);

        assertThat(said.lines)
                .contains("3 modules read, 1 of them in no image, since no feature has or brings them: acme.codec");
    }

    @Test
    void whatAJdkAnswersIsKeptForOtherBuilds() throws Exception {
        path = new TestReactor()
                .module("dns", "")
                .type("dns", "dns.Dns", "class Dns { Object set = java.nio.charset.Charset.forName(\"IBM1047\"); }")
                .folders(dir.resolve("asking"));

        run("never", false, false);

        assertThat(said.errors).contains("  error missing-jdk-module [jdk]");
        assertThat(JdkAt.CACHE.resolve("answers")).isNotEmptyDirectory();
        assertThat(dir.resolve("target/jdk-answers")).doesNotExist();
    }

    @Test
    void whereNoJdkAnswersThatIsWritten() throws Exception {
        asking();
        Path other = silentJdk();

        run(JdkAt.folder(other), List.of(), "never", false, false);
        // Who cleans up after a test does not like links that lead out of its folder.
        for (String link : BORROWED) {
            Files.deleteIfExists(other.resolve(link));
        }

        assertThat(said.errors).isEmpty();
        assertThat(said.warnings)
                .anySatisfy(text -> assertThat(text).startsWith("Needs of the JDK are not looked at: "));
        JsonNode jdk = audit().get("jdk");
        assertThat(jdk.get("asking").toString()).isEqualTo("[\"test:dns:1\"]");
        assertThat(jdk.get("notAsked").asString())
                .startsWith("JDK 99.0.1 does not answer where the audit runs, and the one that runs the build is Java ")
                .doesNotContain("/");
        assertThat(jdk.get("otherPlatforms").isEmpty()).isTrue();
        assertThat(dir.resolve("target/audit.md")).content().contains("**Mind:** needs of the JDK are not looked at");
    }

    @Test
    void imagesForOtherSystemsAreJudgedByThisOneWithAWarning() throws Exception {
        Files.writeString(file, CATALOG.replace("[linux/amd64]", "[linux/amd64, windows/amd64, macos/arm64]"));
        run("never", false, false);
        assertThat(said.warnings).noneSatisfy(text -> assertThat(text).contains("Needs of the JDK"));
        assertThat(audit().at("/jdk/otherPlatforms").isEmpty()).isTrue();

        asking();
        said.errors.clear();
        run("never", false, false);

        List<String> others = Stream.of("linux/amd64", "macos/arm64", "windows/amd64")
                .filter(platform ->
                        Platform.parse(platform).os() != Platform.host().os())
                .toList();
        assertThat(audit().at("/jdk/otherPlatforms").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(others);
        assertThat(said.warnings)
                .filteredOn(text -> text.startsWith("Needs of the JDK for " + String.join(", ", others)))
                .hasSize(1);
        assertThat(said.errors).contains("  error missing-jdk-module [jdk]");
    }

    @Test
    void errorsAreShownToThoseWhoWantNothingElseAndWarningsAsSuch() throws Exception {
        path = new ArrayList<>(path);
        path.add(TestModule.module("stray").pkg("stray").folder(dir));
        path.set(2, new PathEntry(path.get(2).path(), path.get(2).label(), true));
        Files.write(dir.resolve("stray/stray/Broken.class"), new byte[] {1, 2});

        run("never", false, false);

        assertThat(said.errors).first().isEqualTo("feature dns");
        assertThat(said.errors).last().asString().contains("features.dns.requires: net");
        assertThat(said.warnings)
                .contains("  warning orphan-module")
                .last()
                .isEqualTo("not read: stray.Broken of test:stray:1: it is no class file");
        assertThat(said.lines).contains("1 error, 1 warning and no infos in small on linux/amd64");

        said.errors.clear();
        assertThatThrownBy(() -> run("warning", false, false)).isInstanceOf(GoalException.class);
        assertThat(said.errors).contains("  warning orphan-module");
    }

    @Test
    void whereOneDocumentCannotBeWrittenNoneIs() throws Exception {
        Files.createDirectories(dir.resolve("target/audit.sarif/full"));

        assertThatThrownBy(() -> run("never", false, false)).isInstanceOf(IOException.class);

        try (Stream<Path> left = Files.list(dir.resolve("target"))) {
            assertThat(left)
                    .extracting(each -> each.getFileName().toString())
                    .containsExactlyInAnyOrder("audit.sarif", "link.lock");
        }
    }

    @Test
    void nothingFailsWhereNothingShall() throws Exception {
        run("never", false, false);

        assertThat(said.errors).contains("  error undeclared-requirement [bytecode]");
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
        said.errors.clear();
        run("error", false, false);
        assertThat(said.errors).noneSatisfy(line -> assertThat(line).contains("error undeclared-requirement"));

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
        assertThat(new JsonMapper()
                        .readTree(dir.resolve("target/audit.json").toFile())
                        .get("unread")
                        .toString())
                .isEqualTo("[\"dns\"]");
    }

    @Test
    void whatALibraryAsksOfTheJdkIsToldOnceAndAcceptedForEachFeature() throws Exception {
        path = new TestReactor()
                .module("lib", "exports lib;")
                .type(
                        "lib",
                        "lib.Lib",
                        "public class Lib { Object set = java.nio.charset.Charset.forName(\"IBM037\"); }")
                .module("dns", "requires lib;")
                .module("net", "requires lib;")
                .folders(dir.resolve("shared"));
        Files.writeString(file, CATALOG.replace("include: [dns]", "include: all"));

        assertThat(catchThrowableOfType(GoalException.class, () -> run("error", false, false))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("The audit has 1 finding");
        run("error", false, true);
        assertThat(dir.resolve("whittle.lock"))
                .content()
                .contains(
                        "{\"code\": \"missing-jdk-module\", \"feature\": \"dns\", \"target\": \"jdk.charsets\"}",
                        "{\"code\": \"missing-jdk-module\", \"feature\": \"net\", \"target\": \"jdk.charsets\"}");

        Files.delete(dir.resolve("whittle.lock"));
        run("error", true, false);
        assertThat(said.lines)
                .contains("  features.dns.jdkModules: jdk.charsets", "  features.net.jdkModules: jdk.charsets");
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
    void codesThatThereAreNotAreToldFromTheLock() throws Exception {
        String known =
                Stream.of(AuditCode.values()).map(AuditCode::word).sorted().collect(Collectors.joining(", "));
        Files.writeString(dir.resolve("whittle.lock"), """
                {"schema": 2, "profiles": {}, "findings": [
                  {"code": "undeclared", "target": "net"},
                  {"code": "undeclared-requirement", "feature": "dns", "target": "net"},
                  {"target": "web", "code": "orphan-modul"}]}
                """);

        assertThat(catchThrowableOfType(GoalException.class, () -> run("error", false, false))
                        .faults())
                .containsExactly(
                        dir.resolve("whittle.lock")
                                + ":2:12: 'undeclared' is no code of a finding that this version of Whittle knows.\n"
                                + "  It knows " + known + "."
                                + " Else take that entry out, or audit with the version that wrote it.",
                        dir.resolve("whittle.lock")
                                + ":4:29: 'orphan-modul' is no code of a finding that this version of Whittle knows.\n"
                                + "  Is orphan-module meant? Else take that entry out, or audit with the version that wrote it.");
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
        run(JdkAt.folder(TestJdk.home()), profiles, failOn, fix, accept);
    }

    private void asking() throws IOException {
        path = new TestReactor()
                .module("dns", "")
                .type("dns", "dns.Dns", "class Dns { Object set = java.nio.charset.Charset.forName(\"IBM1047\"); }")
                .module("net", "")
                .folders(Files.createTempDirectory(dir, "asking"));
    }

    /** The JDK that runs, said to be of another version, and with a program that says nothing. */
    private Path silentJdk() throws IOException {
        Path home = dir.resolve("jdk");
        TestJdk.program(home, "java", "#!/bin/sh\nexit 3\n".getBytes(StandardCharsets.US_ASCII));
        for (String name : BORROWED) {
            if (Files.exists(TestJdk.home().resolve(name))) {
                Files.createSymbolicLink(home.resolve(name), TestJdk.home().resolve(name));
            }
        }
        Files.writeString(
                home.resolve("release"),
                Files.readString(TestJdk.home().resolve("release"))
                        .replaceFirst("JAVA_VERSION=\"[^\"]*\"", "JAVA_VERSION=\"99.0.1\""));
        return home;
    }

    private JsonNode audit() {
        return new JsonMapper().readTree(dir.resolve("target/audit.json").toFile());
    }

    private void run(JdkRequest jdks, List<String> profiles, String failOn, boolean fix, boolean accept)
            throws Exception {
        AuditGoal.run(
                new AuditRequest(
                        file,
                        profiles,
                        List.of(),
                        path,
                        JarEdges.UNKNOWN,
                        jdks,
                        dir.resolve("target"),
                        dir.resolve("kept"),
                        dir.resolve("whittle.lock"),
                        failOn,
                        fix,
                        accept,
                        false),
                said);
    }
}
