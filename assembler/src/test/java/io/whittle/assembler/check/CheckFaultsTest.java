package io.whittle.assembler.check;

import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.check.Outcome.Passed;
import io.whittle.assembler.testing.Heeding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static io.whittle.assembler.check.CheckRunTest.faults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** Checks that misbehave: the result is clear, and no process is left. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CheckFaultsTest {
    @TempDir
    private Path dir;

    /** Every process of a test has it in its environment; by another variable than the one that is tested. */
    private final String trace = UUID.randomUUID().toString();

    private ScriptedImage image;

    @BeforeEach
    void image() throws IOException {
        image = new ScriptedImage(dir);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(alive()).isEmpty();
    }

    @Test
    void hangs() throws Exception {
        CheckResult result = image.run(check("exec sleep 300", ", within: 300 ms"));

        assertThat(faults(result)).singleElement().satisfies(fault -> {
            assertThat(fault.expected()).isEqualTo("an end within 300 ms");
            assertThat(fault.got()).startsWith("still running");
        });
    }

    @Test
    void forksLeavesTheTreeAndHangs() throws Exception {
        CheckResult result =
                image.run(check("setsid sh -c \"setsid sleep 300 & sleep 300\" & sleep 300", ", within: 3 s"));

        assertThat(faults(result)).hasSize(1);
        assertThat(result.leftovers()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void floodsItsOutput() throws Exception {
        CheckResult result = image.run(check("head -c 12000000 /dev/zero; exit 1", ""));

        assertThat(faults(result).get(0).logs()).singleElement().satisfies(log -> {
            assertThat(log.file()).hasSize(8 << 20);
            assertThat(log.dropped()).isEqualTo(12_000_000 - (8 << 20));
            assertThat(log.lines().get(0)).hasSizeLessThan(500);
        });
    }

    @Test
    void floodsItsOutputForEver() throws Exception {
        CheckResult result = image.run(check("while :; do echo 0123456789; done", ", within: 1 s"));

        assertThat(faults(result).get(0).got()).startsWith("still running");
    }

    @Test
    void killsItself() throws Exception {
        assertThat(faults(image.run(check("kill -KILL $$", ""))).get(0).got())
                .isEqualTo("exit code 137 (as after the signal KILL)");
    }

    @Test
    void aStartedProcessKillsItself() throws Exception {
        image.program("appd", "echo last words; sleep 0.2; kill -KILL $$");

        CheckResult result =
                image.run("c: {env: {TRACE: " + trace + "}, start: [appd], ready: {file: never}, run: ['true']}");

        assertThat(faults(result)).singleElement().satisfies(fault -> {
            assertThat(fault.at()).isEqualTo("start: appd");
            assertThat(fault.expected()).contains("file never");
            assertThat(fault.got()).isEqualTo("it ended with exit code 137 (as after the signal KILL)");
            assertThat(fault.logs().get(0).lines()).containsExactly("last words");
        });
    }

    @Test
    void aStartedProcessEndsWhileItIsAsked() throws Exception {
        image.program("appd", "echo $$ > pid; echo ready; until [ -e asked ]; do sleep 0.02; done");

        CheckResult result = image.run("c: {env: {TRACE: " + trace + "}, start: [appd], ready: ready,"
                + " run: [sh, -c, 'touch asked; while kill -0 $(cat pid); do sleep 0.02; done']}");

        assertThat(faults(result).get(0).expected()).isEqualTo("to run until it is stopped");
    }

    @Test
    void neverReadyInTime() throws Exception {
        image.program("appd", "exec sleep 300");

        CheckResult result = image.run("c: {env: {TRACE: " + trace
                + "}, ports: [p], start: [appd], ready: {log: up, port: p, within: 200 ms}, run: ['true']}");

        assertThat(faults(result).get(0).expected()).startsWith("ready within 200 ms: a line with 'up', port p (");
    }

    @Test
    void willNotStop() throws Exception {
        image.program("appd", "trap '' TERM; echo up; while :; do sleep 0.05; done");

        CheckResult result = image.run(
                "c: {env: {TRACE: " + trace + "}, start: [appd], ready: up, run: ['true'], stop: {within: 300 ms}}");

        assertThat(faults(result).get(0).expected()).isEqualTo("an end within 300 ms of TERM");
    }

    @Test
    void isStoppedByInterruptAndByCommand() throws Exception {
        image.program(
                "appd",
                Heeding.interrupts("trap 'exit 9' INT; echo up; until [ -e stop ]; do sleep 0.02; done; exit 8"));
        String start = "c: {env: {TRACE: " + trace + "}, start: [appd], ready: up, run: ['true'], ";

        assertThat(image.run(start + "stop: {signal: INT, exit: 9}}").outcome()).isInstanceOf(Passed.class);
        assertThat(image.run(start + "stop: {run: [touch, stop], exit: 8}}").outcome())
                .isInstanceOf(Passed.class);
        assertThat(faults(image.run(start + "stop: {run: [touch, stop], exit: 0}}"))
                        .get(0)
                        .got())
                .isEqualTo("exit code 8");
    }

    @Test
    void leavesAListeningChild() throws Exception {
        Files.writeString(dir.resolve("Listen.java"), """
                class Listen {
                    public static void main(String[] args) throws Exception {
                        var socket = new java.net.ServerSocket(Integer.parseInt(args[0]));
                        java.nio.file.Files.createFile(java.nio.file.Path.of("listening"));
                        socket.accept();
                    }
                }
                """);
        String java = System.getProperty("java.home") + "/bin/java";

        CheckResult result = image.run("""
                c:
                  ports: [p]
                  env: {TRACE: %s, JAVA: '%s'}
                  run: [sh, -c, 'setsid "$JAVA" "$0/Listen.java" $PORT_P & until [ -e listening ]; do sleep 0.02; done', '%s']
                """.formatted(trace, java, image.dir));

        assertThat(result.outcome()).isInstanceOf(Passed.class);
        assertThat(result.leftovers()).isEqualTo(1);
    }

    @Test
    void aPortThatAnotherProgramTookIsNamed() throws Exception {
        image.program("appd", """
                echo $PORT_API > "$1/part" && mv "$1/part" "$1/port"
                until [ -e "$1/taken" ]; do sleep 0.02; done
                echo 'address in use' >&2; exit 1""");
        FutureTask<CheckResult> run = new FutureTask<>(() -> image.run("c: {env: {TRACE: " + trace
                + "}, ports: [api], start: [appd, '" + image.dir + "'], ready: {log: up}, run: ['true']}"));
        new Thread(run, "run").start();
        Path told = image.dir.resolve("port");
        while (!Files.exists(told)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        int port = Integer.parseInt(Files.readString(told).strip());

        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Files.createFile(image.dir.resolve("taken"));
            Fault fault = faults(run.get(1, TimeUnit.MINUTES)).get(0);

            assertThat(fault.got())
                    .isEqualTo("it ended with exit code 1; another program takes connections on port api ("
                            + other.getLocalPort() + ")");
            assertThat(fault.logs().get(0).lines()).containsExactly("address in use");
        }
    }

    @Test
    void anImageWithoutExecuteBits() throws Exception {
        image.program("app", "exit 0");
        forbid("app");
        assertThat(notRun(image.run("c: {run: [app]}"))).contains("bin/app", "may not be executed");

        forbid("java");
        assertThat(notRun(image.run("c: {run: ['true']}"))).contains("bin/java", "may not be executed");
    }

    @Test
    void aLauncherThatIsMissing() throws Exception {
        assertThat(notRun(image.run("c: {run: [app]}"))).contains("bin/app", "is not there");
    }

    @Test
    void noProgramOfTheMachineTakesThePlaceOfALauncher() throws Exception {
        assertThat(notRun(image.run("c: {run: [nproc]}")))
                .contains("launcher nproc is not in this image", "under 'with' of the check");
    }

    @Test
    void aFullDisk() throws Exception {
        CheckResult result = image.run(check("ulimit -f 1; head -c 100000 /dev/zero > big", ""));

        assertThat(result.outcome()).isInstanceOf(Failed.class);
        assertThat(faults(result).get(0).expected()).isEqualTo("exit code 0");
    }

    @Test
    void aPatternThatTakesAges() throws Exception {
        CheckResult result = image.run(
                "c: {env: {TRACE: " + trace
                        + "}, within: 4 s, run: [sh, -c, 'head -c 5000 /dev/zero | tr \"\\0\" a'], expect: {stdout: '.*.*.*.*.*x'}}");

        assertThat(faults(result).get(0).got()).contains("could not be looked for in time");
    }

    @Test
    void aPatternThatNeedsTooMuchStack() throws Exception {
        CheckResult result = image.run("c: {env: {TRACE: " + trace
                + "}, run: [sh, -c, 'head -c 3000000 /dev/zero | tr \"\\0\" a'], expect: {stdout: '^(a|b)+$'}}");

        assertThat(faults(result).get(0).got()).contains("repeats too long a part");
    }

    @Test
    void anInterruptedRun() throws Exception {
        FutureTask<CheckResults> run =
                new FutureTask<>(() -> image.all(check("touch \"$0/began\"; setsid sleep 300 & sleep 300", "")
                        .replace("']", "', '" + image.dir + "']")));
        Thread thread = new Thread(run, "run");
        thread.start();
        while (!Files.exists(image.dir.resolve("began"))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }

        thread.interrupt();

        assertThatThrownBy(() -> run.get(1, TimeUnit.MINUTES)).hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void aBuildThatIsKilled() throws Exception {
        endsWithin(Process::destroyForcibly, "");
    }

    @Test
    void aBuildThatIsAskedToEnd() throws Exception {
        endsWithin(Process::destroy, "");
    }

    @Test
    void aBuildThatIsAskedToEndAndWhoseCheckWouldBeTriedAgain() throws Exception {
        endsWithin(Process::destroy, ", attempts: 3");
    }

    // What a killed check would say of an image is not written.
    private void endsWithin(Consumer<Process> end, String more) throws Exception {
        Path tmp = Files.createDirectory(dir.resolve("tmp"));
        Process build = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Djava.io.tmpdir=" + tmp,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CheckOnce.class.getName(),
                        dir.toString(),
                        check("setsid sleep 300 & touch \"$0/began\"; sleep 300", more)
                                .replace("']", "', '" + image.dir + "']"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!Files.exists(image.dir.resolve("began"))) {
            assertThat(build.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(alive()).hasSizeGreaterThanOrEqualTo(2);

        end.accept(build);
        assertThat(build.waitFor(1, TimeUnit.MINUTES)).isTrue();

        while (!alive().isEmpty() || isFull(tmp)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(image.dir.resolve(CheckReports.JSON)).doesNotExist();
    }

    private static boolean isFull(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private String check(String script, String more) {
        return "c: {env: {TRACE: " + trace + "}, run: [sh, -c, '" + script + "']" + more + "}";
    }

    private void forbid(String program) throws IOException {
        Files.setPosixFilePermissions(
                image.image.resolve("bin").resolve(program), PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static String notRun(CheckResult result) {
        assertThat(result.outcome()).asInstanceOf(type(NotRun.class));
        return ((NotRun) result.outcome()).reason();
    }

    private List<String> alive() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> holds(process.resolve("environ")))
                    .map(Path::toString)
                    .toList();
        }
    }

    private boolean holds(Path environ) {
        try {
            return Files.readString(environ, StandardCharsets.ISO_8859_1).contains("TRACE=" + trace);
        } catch (IOException othersOrGone) {
            return false;
        }
    }
}
