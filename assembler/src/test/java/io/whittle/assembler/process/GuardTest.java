package io.whittle.assembler.process;

import io.whittle.assembler.testing.Heeding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Real processes, and what is left of them. */
@EnabledOnOs(OS.LINUX)
class GuardTest {
    private static final long LONG = 60_000;

    @TempDir
    private Path dir;

    private Guard guard;
    private ProcessGroup group;

    @BeforeEach
    void open() throws IOException {
        guard = Guard.open(dir.resolve("none"));
        group = guard.group();
    }

    @AfterEach
    void close() {
        guard.close();
    }

    @Test
    void whatItWritesAndItsExitCode() throws Exception {
        RunningProcess process = group.start(sh("echo out; echo err >&2; exit 3"));

        assertThat(process.await(LONG)).hasValue(3);
        assertThat(process.spec().stdout()).hasContent("out");
        assertThat(process.spec().stderr()).hasContent("err");
    }

    @Test
    void itsStandardInputIsEmpty() throws Exception {
        assertThat(group.start(sh("cat; exit 4")).await(LONG)).hasValue(4);
    }

    @Test
    void itSeesNothingOfTheHostsButWhatItNeeds() throws Exception {
        Map<String, String> host = Map.of(
                "PATH", System.getenv("PATH"),
                "LC_ALL", "C.UTF-8",
                "JAVA_HOME", "/jdk",
                "CLASSPATH", "/classes",
                "JAVA_TOOL_OPTIONS", "-Dx",
                "JDK_JAVA_OPTIONS", "-Dy",
                "MAVEN_OPTS", "-Dz");
        RunningProcess process = group.start(spec(CleanEnvironment.of(host, dir), "env"));

        assertThat(process.await(LONG)).hasValue(0);
        assertThat(Files.readAllLines(process.spec().stdout()))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .containsExactlyInAnyOrder("PATH", "LC_ALL", "HOME", "TMPDIR", Mark.VARIABLE);
    }

    @Test
    void aProgramThatIsNotThere() {
        assertThatThrownBy(() -> group.start(spec(new TreeMap<>(), "/no/such/program")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void floodsAreCutAndTheProcessGoesOnToItsEnd() throws Exception {
        RunningProcess process = group.start(new ProcessSpec(
                List.of("sh", "-c", "head -c 3000000 /dev/zero; echo end >&2; exit 7"),
                dir,
                CleanEnvironment.of(System.getenv(), dir),
                dir.resolve("out.txt"),
                dir.resolve("err.txt"),
                1_000_000));

        assertThat(process.await(LONG)).hasValue(7);
        assertThat(dir.resolve("out.txt")).hasSize(1_000_000);
        assertThat(process.droppedOut()).isEqualTo(2_000_000);
        assertThat(dir.resolve("err.txt")).hasContent("end");
    }

    @Test
    void aProcessThatGoesOnHasNoExitCode() throws Exception {
        RunningProcess process = group.start(sh("exec sleep 300"));

        assertThat(process.await(1)).isEmpty();
        assertThat(process.isAlive()).isTrue();
        assertThat(process.peakMemoryKib()).isPresent();
        assertThat(group.kill()).isEqualTo(1);
        assertThat(process.await(LONG)).hasValue(137);
        assertThat(process.peakMemoryKib()).isEmpty();
    }

    @Test
    void signalsReachIt() throws Exception {
        RunningProcess first = group.start(sh("exec sleep 300"));
        first.terminate();
        assertThat(first.await(LONG)).hasValue(143);
        RunningProcess second =
                group.start(sh(Heeding.interrupts("trap 'exit 5' INT; echo ready; while :; do sleep 0.05; done")));
        await(() -> contains(second.spec().stdout(), "ready"));
        second.interrupt();
        assertThat(second.await(LONG)).hasValue(5);
    }

    @Test
    void aChildThatLeftTheTreeIsFoundByItsMarkAlone() throws Exception {
        RunningProcess process = group.start(sh("setsid sleep 300 >/dev/null 2>&1 & exit 0"));
        assertThat(process.await(LONG)).hasValue(0);
        await(() -> Leftovers.living(group.mark(), List.of()).size() == 1);

        assertThat(group.kill()).isEqualTo(1);
        assertThat(Leftovers.living(group.mark(), List.of())).isEmpty();
    }

    @Test
    void aChildThatHoldsTheOutputDoesNotHoldUs() throws Exception {
        RunningProcess process = group.start(sh("setsid sleep 300 & echo said; exit 0"));

        assertThat(process.await(LONG)).hasValue(0);
        assertThat(process.spec().stdout()).hasContent("said");
    }

    @Test
    void whatForksAgainAndAgainIsEndedAllTheSame() throws Exception {
        RunningProcess process = group.start(sh(
                "f() { setsid sh -c 'sleep 0.01; exec sh again.sh' & }; f; f; wait",
                "again.sh",
                "setsid sh -c 'sleep 0.01; exec sh again.sh' & sleep 0.02"));
        await(() -> Leftovers.living(group.mark(), List.of()).size() > 2);

        guard.close();

        assertThat(Leftovers.living(group.mark(), List.of())).isEmpty();
    }

    @Test
    void anotherGroupIsLeftAlone() throws Exception {
        RunningProcess mine = group.start(sh("exec sleep 300"));
        ProcessGroup second = guard.group();
        assertThat(second.kill()).isZero();
        assertThat(mine.isAlive()).isTrue();

        guard.close();

        assertThat(mine.await(LONG)).hasValue(137);
    }

    @Test
    void nothingOutlivesAJvmThatIsKilled() throws Exception {
        Process run = guardedRun();
        await(() -> contains(dir.resolve("out.txt"), "-1-"));
        Mark mark = new Mark(Files.readString(dir.resolve("out.txt")).strip());
        await(() -> Leftovers.living(mark, List.of()).size() >= 4);

        run.destroyForcibly().waitFor();

        await(() -> Leftovers.living(mark, List.of()).isEmpty());
        await(() -> !Files.exists(dir.resolve("scratch")));
    }

    @Test
    void nothingOutlivesAJvmThatIsTerminated() throws Exception {
        Process run = guardedRun();
        await(() -> contains(dir.resolve("out.txt"), "-1-"));
        Mark mark = new Mark(Files.readString(dir.resolve("out.txt")).strip());

        run.destroy();
        run.waitFor();

        await(() -> Leftovers.living(mark, List.of()).isEmpty());
    }

    private Process guardedRun() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GuardedRun.class.getName(),
                        dir.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessSpec sh(String script, String file, String content) throws IOException {
        Files.writeString(dir.resolve(file), content);
        return sh(script);
    }

    private ProcessSpec sh(String script) {
        return spec(CleanEnvironment.of(System.getenv(), dir), "sh", "-c", script);
    }

    private ProcessSpec spec(SortedMap<String, String> environment, String... words) {
        return new ProcessSpec(
                List.of(words), dir, environment, dir.resolve("out.txt"), dir.resolve("err.txt"), ProcessSpec.BOUND);
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Waits for what comes to be so; a minute is more than any loaded machine needs. */
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(end);
            Pause.millis(10);
        }
    }
}
