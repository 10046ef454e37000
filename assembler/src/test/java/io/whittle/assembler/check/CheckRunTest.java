package io.whittle.assembler.check;

import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotApplicable;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.check.Outcome.Passed;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

/** What a check says is what happens, in real processes. */
@EnabledOnOs(OS.LINUX)
class CheckRunTest {
    @TempDir
    private Path dir;

    private ScriptedImage image;

    @BeforeEach
    void image() throws IOException {
        image = new ScriptedImage(dir).program("app", "echo \"app $*\"; echo oops >&2; exit ${CODE:-0}");
    }

    @Test
    void aLauncherAnswersAsExpected() throws Exception {
        CheckResult result =
                image.run("c: {summary: Works, run: [app, 'a  b'], expect: {stdout: '^app a  b$', stderr: oops}}");

        assertThat(result.outcome()).isEqualTo(new Passed(1, List.of()));
        assertThat(result.summary()).hasValue("Works");
        assertThat(result.proves()).containsExactly("on");
        assertThat(result.asked()).hasSize(64);
        assertThat(result.folder().resolve("attempt-1/1-app.out.txt")).hasContent("app a  b");
        assertThat(result.folder().resolve("attempt-1/files")).doesNotExist();
    }

    @Test
    void everythingThatIsNotAsExpectedIsSaid() throws Exception {
        CheckResult result = image.run("c: {env: {CODE: '3'}, run: [app, x y], expect: {stdout: other, stderr: oops}}");

        assertThat(faults(result))
                .extracting(Fault::at, Fault::expected, Fault::got)
                .containsExactly(
                        tuple("step 1: app x y", "exit code 0", "exit code 3"),
                        tuple("step 1: app x y", "'other' in the output", "output without it"));
        assertThat(faults(result).get(0).logs())
                .extracting(Fault.LogEnd::lines)
                .containsExactly(List.of("app x y"), List.of("oops"));
    }

    @Test
    void theCommandToRunItAgainDoesTheSame() throws Exception {
        CheckResult result = image.run("""
                c:
                  env: {CODE: '3', TEXT: "it's $HOME", WHERE: "${dir}"}
                  files: {in/note.txt: "of ${dir}\\n"}
                  run: [sh, -c, 'echo "$TEXT"; cat in/note.txt; cd "$WHERE" && pwd; exit $CODE']
                """);

        String again = faults(result).get(0).again().get(0);
        Process byHand =
                new ProcessBuilder("sh", "-c", again).redirectErrorStream(true).start();
        String said = new String(byHand.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(byHand.waitFor()).isEqualTo(3);
        Path kept = result.folder().resolve("attempt-1/files");
        assertThat(said.lines()).containsExactly("it's $HOME", "of " + kept, kept.toString());
    }

    @Test
    void filesPortsAndPlaceholders() throws Exception {
        Files.createDirectories(dir.resolve("src"));
        Files.write(dir.resolve("src/raw"), new byte[] {0, 1, (byte) 0xff});
        CheckResult result = image.run("""
                c:
                  ports: [api, admin-api]
                  files:
                    conf.txt: "${port.api} ${image}"
                    sub/raw: {from: src/raw}
                  env: {MINE: "${port.admin-api}"}
                  run: [sh, -c, 'set -e; [ "$(cat conf.txt)" = "$PORT_API $1" ]; [ $MINE = $PORT_ADMIN_API ];
                    [ $PORT_API != $MINE ]; [ $(wc -c < sub/raw) = 3 ]; [ "$HOME" = "$(pwd)" ]', sh, "${image}"]
                """);

        assertThat(result.outcome()).isInstanceOf(Passed.class);
    }

    @Test
    void theFolderIsShortEnoughForASocket() throws Exception {
        image.run("c: {run: [sh, -c, 'printf %s \"$(pwd)\" > \"$0/where\"', '" + image.dir + "']}");

        assertThat(Files.readString(image.dir.resolve("where"))).hasSizeLessThan(60);
        assertThat(Path.of(Files.readString(image.dir.resolve("where")))).doesNotExist();
    }

    @Test
    void theFolderForTemporaryFilesMayBeNamedLate() throws Exception {
        Files.createTempFile("settles", "Java's own").toFile().deleteOnExit();
        Path other = Files.createDirectory(image.dir.resolve("other"));
        String former = System.setProperty("java.io.tmpdir", other.toString());
        try {
            image.run("c: {run: [sh, -c, 'pwd > \"$0/where\"', '" + image.dir + "']}");
        } finally {
            System.setProperty("java.io.tmpdir", former);
        }

        assertThat(Path.of(Files.readString(image.dir.resolve("where")).strip()))
                .startsWithRaw(other.toRealPath());
    }

    @Test
    void aStartedProcessIsReadyByLogPortAndFileAndStopsAsAsked() throws Exception {
        image.program("appd", """
                trap 'echo bye; exit 7' TERM
                echo "listening" >&2
                "$JAVA" "$1/Listen.java" $PORT_API &
                touch made
                while :; do sleep 0.05; done""");
        Files.writeString(dir.resolve("Listen.java"), """
                class Listen {
                    public static void main(String[] args) throws Exception {
                        var socket = new java.net.ServerSocket(Integer.parseInt(args[0]));
                        while (true) {
                            socket.accept().close();
                        }
                    }
                }
                """);

        CheckResult result = image.run("""
                c:
                  ports: [api]
                  env: {JAVA: '%s/bin/java'}
                  start: [appd, '%s']
                  ready: {log: ^listening$, port: api, file: made}
                  run: [app]
                  stop: {signal: TERM, exit: 7}
                """.formatted(System.getProperty("java.home"), image.dir));

        assertThat(result.outcome()).as("%s", result).isInstanceOf(Passed.class);
        assertThat(result.leftovers()).as("the listener").isEqualTo(1);
        assertThat(result.measurements())
                .extracting(Measurement::process)
                .containsExactly("start: appd " + image.dir, "step 1: app");
        assertThat(result.measurements().get(0).startMillis()).isPresent();
        assertThat(result.measurements().get(0).peakKib()).isPresent();
    }

    @Test
    void stepsEndWithTheFirstThatFails() throws Exception {
        CheckResult result = image.run("""
                c:
                  steps:
                    - run: [sh, -c, 'touch first']
                    - {run: [sh, -c, 'exit 4'], expect: {exit: 5}}
                    - run: [sh, -c, 'touch third']
                """);

        assertThat(faults(result)).extracting(Fault::at).containsExactly("step 2: sh -c exit 4");
        assertThat(result.folder().resolve("attempt-1/files/first")).exists();
        assertThat(result.folder().resolve("attempt-1/files/third")).doesNotExist();
    }

    @Test
    void whatPassesLateIsFlaky() throws Exception {
        CheckResult result =
                image.run("c: {attempts: 5, run: [sh, -c, 'echo x >> \"$0/tries\"; [ $(wc -l < \"$0/tries\") = 3 ]', '"
                        + image.dir + "']}");

        assertThat(result.outcome())
                .asInstanceOf(type(Passed.class))
                .matches(Passed::isFlaky)
                .extracting(Passed::attempts, passed -> passed.before().size())
                .containsExactly(3, 2);
    }

    @Test
    void attemptsComeToAnEnd() throws Exception {
        assertThat(image.run("c: {attempts: 2, run: ['false']}").outcome())
                .asInstanceOf(type(Failed.class))
                .extracting(Failed::attempts)
                .isEqualTo(2);
    }

    @Test
    void aScriptGetsTheImage() throws Exception {
        Path script = Files.writeString(dir.resolve("ask.sh"), "#!/bin/sh\n\"$WHITTLE_IMAGE/bin/app\" \"$@\"\n");
        String check = "c: {script: [ask.sh, now], expect: {stdout: app now}}";

        assertThat(image.run(check).outcome())
                .asInstanceOf(type(NotRun.class))
                .extracting(NotRun::reason)
                .asString()
                .contains("may not be executed");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        assertThat(image.run(check).outcome()).isInstanceOf(Passed.class);
    }

    @Test
    void notApplicableIsNeitherPassedNorFailedAndFeaturesWithoutCheckAreListed() throws Exception {
        CheckResults results = image.all("c: {run: [app]}\nother: {when: windows, run: [nonsense]}");

        assertThat(results.passed()).isTrue();
        assertThat(results.checks()).extracting(CheckResult::name).containsExactly("c", "gone", "other");
        assertThat(results.count(NotApplicable.class)).isEqualTo(2);
        assertThat(results.withoutCheck()).containsExactly("bare");
    }

    @Test
    void whatCannotBeStartedWasNotRunAndIsAFailure() throws Exception {
        CheckResults results = image.all("c: {attempts: 3, run: [no-such-command]}");

        assertThat(results.passed()).isFalse();
        assertThat(results.checks().get(0).outcome())
                .asInstanceOf(type(NotRun.class))
                .extracting(NotRun::reason)
                .asString()
                .contains("no-such-command", "cannot be started");
    }

    @Test
    void propertiesGoBeforeTheMainClassAndTheRunnerBeforeJava() throws Exception {
        image.program("java", "for word; do echo \"[$word]\"; done");
        String check =
                "c: {properties: {mode: a b}, env: {APP_JVM_OPTS: -Dx=1 -Dy}, run: [app, ask], expect: {stdout: '%s'}}";

        assertThat(image.run(check.formatted(
                                "(?s)^\\[-Xmx64m].\\[-Dx=1].\\[-Dy].\\[-Dmode=a b].\\[--add-modules].\\[acme.app]"
                                        + ".\\[-m].\\[acme.app/acme.app.Main].\\[--quiet].\\[ask].$"))
                        .outcome())
                .isInstanceOf(Passed.class);
        CheckResults foreign = image.platform("openbsd/amd64")
                .runner("sh", "-c", "echo emulated; exec \"$0\" \"$@\"")
                .all(
                        "c: {run: [app, ask], expect: {stdout: '(?s)^emulated.\\[-Xmx64m].\\[-Djdk.lang.Process.launchMechanism=VFORK].*ask]'}}");
        assertThat(foreign.passed()).as("%s", foreign).isTrue();
        assertThat(foreign.measured()).isFalse();
        assertThat(foreign.checks().get(0).measurements()).isEmpty();
    }

    @Test
    void optionsForEveryJvmReachLaunchersJavaAndTheOtherProgramsOfTheImage() throws Exception {
        image.program("java", "echo \"$*\"").program("keytool", "echo \"$*\"");
        CheckRequest asked = image.request("""
                c:
                  steps:
                    - run: [app, ask]
                      expect: {stdout: '^-Xmx64m --limit-modules=java.base --add-modules acme.app -m acme.app/acme.app.Main --quiet ask$'}
                    - run: [java, -version]
                      expect: {stdout: '^--limit-modules=java.base -version$'}
                    - run: [keytool, -help]
                      expect: {stdout: '^-J--limit-modules=java.base -help$'}
                """);
        CheckRequest limited = new CheckRequest(
                asked.image(),
                asked.profile(),
                asked.platform(),
                asked.scope(),
                asked.catalog(),
                asked.launchers(),
                asked.launchPath(),
                asked.work(),
                asked.runner(),
                asked.tests(),
                asked.parallelism(),
                List.of("--limit-modules=java.base"));

        CheckResults results = CheckRun.all(limited, CheckListener.silent());

        assertThat(results.checks().get(0).outcome()).isInstanceOf(Passed.class);
    }

    @Test
    void anImageOfAnotherPlatformIsNotRunWithoutARunner() throws Exception {
        assertThat(image.platform("openbsd/amd64").run("c: {run: [app]}").outcome())
                .asInstanceOf(type(NotRun.class))
                .extracting(NotRun::reason)
                .asString()
                .contains("openbsd/amd64", "runner");
    }

    @Test
    void theImagesJavaIsMeantAndNeverTheHosts() throws Exception {
        assertThat(image.run("c: {run: [java], expect: {exit: 99}}").outcome()).isInstanceOf(Passed.class);
    }

    @Test
    void aJUnitClassGetsTheImage() throws Exception {
        String check = "c: {test: com.example.ImageCheck}";
        assertThat(image.run(check).outcome()).isInstanceOf(NotRun.class);
        Path program = Files.writeString(dir.resolve("Program.java"), """
                class Program {
                    public static void main(String[] args) {
                        System.out.println(System.getProperty("whittle.image") + " " + String.join(" ", args));
                        System.exit(args[1].equals("com.example.ImageCheck") ? 0 : 1);
                    }
                }
                """);
        image.tests(new TestProgram(
                TestJdk.home().resolve("bin/java"), List.of(dir), program.toString(), List.of("--select-class")));

        CheckResult passed = image.run(check);
        assertThat(passed.outcome()).as("%s", passed).isInstanceOf(Passed.class);
        assertThat(passed.folder().resolve("attempt-1/1-java.out.txt"))
                .hasContent(image.image + " --select-class com.example.ImageCheck");
        assertThat(faults(image.run("c: {test: com.example.Other}")))
                .extracting(Fault::at, Fault::got)
                .containsExactly(tuple("test: com.example.Other", "exit code 1"));
    }

    @Test
    void aRealJvmIsMeasured() throws Exception {
        image.program("java", "exec '" + TestJdk.home() + "/bin/java' \"$@\"");

        CheckResult result = image.run("c: {run: [java, --version], expect: {stdout: '"
                + Runtime.version().feature() + "'}}");

        assertThat(result.outcome()).as("%s", result).isInstanceOf(Passed.class);
        assertThat(result.measurements()).singleElement().satisfies(measurement -> {
            assertThat(measurement.startMillis().getAsLong()).isPositive();
            assertThat(measurement.peakKib().getAsLong()).as("KiB").isBetween(5_000L, 1_000_000L);
        });
    }

    @Test
    void checksRunSideBySide() throws Exception {
        // Each waits for the other's file: one after the other neither would end.
        String meet =
                "%s: {within: 50 s, run: [sh, -c, 'touch \"$0/%s\"; until [ -e \"$0/%s\" ]; do sleep 0.02; done', '%s']}\n";

        CheckResults results =
                image.all(meet.formatted("c", "c", "d", image.dir) + meet.formatted("d", "d", "c", image.dir));

        assertThat(results.passed()).as("%s", results).isTrue();
    }

    static List<Fault> faults(CheckResult result) {
        assertThat(result.outcome()).isInstanceOf(Failed.class);
        return ((Failed) result.outcome()).faults();
    }
}
