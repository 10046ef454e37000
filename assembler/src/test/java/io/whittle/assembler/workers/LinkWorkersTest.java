package io.whittle.assembler.workers;

import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Workers that work, and scripts that pass for workers. */
@DisabledOnOs(OS.WINDOWS)
class LinkWorkersTest {
    private static final List<String> VERSION = List.of("--version");
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path dir;

    private final List<String> told = new ArrayList<>();

    @Test
    void jlinkOfThatJdkAnswersAgainAndAgain() throws Exception {
        try (LinkWorkers workers = new LinkWorkers(1, told::add)) {
            for (int i = 0; i < 3; i++) {
                assertThat(workers.link(TestJdk.home(), VERSION))
                        .hasValue(new LinkAnswer(0, System.getProperty("java.version")));
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void whatJlinkRefusesIsAnsweredInEnglish() throws Exception {
        try (LinkWorkers workers = new LinkWorkers(1, told::add)) {
            Optional<LinkAnswer> answer = workers.link(TestJdk.home(), List.of("--no-such-option", "ü"));
            assertThat(answer).hasValueSatisfying(refused -> {
                assertThat(refused.exit()).isNotZero();
                assertThat(refused.said()).contains("unknown option: --no-such-option");
            });
            // The one that failed is not asked again; another is as good.
            assertThat(workers.link(TestJdk.home(), VERSION)).isPresent();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void oneThatDiesIsTold() throws Exception {
        fails("cat /dev/null; exit 3", LONG, "ended before it answered");
    }

    @Test
    void oneThatHangsIsToldAndKilled() throws Exception {
        fails("echo $$ > '" + dir + "/pid'; exec sleep 300", Duration.ofSeconds(5), "gave no answer within 5 s");

        assertThat(isAlive()).isFalse();
    }

    @Test
    void oneThatTalksNonsenseIsTold() throws Exception {
        fails("echo 'Picked up something, and said so at length'; exec cat", LONG, "answered what makes no sense");
    }

    @Test
    void oneThatIsNotThereIsTold() throws Exception {
        try (LinkWorkers workers = new LinkWorkers(1, told::add)) {
            assertThat(workers.link(dir.resolve("none"), VERSION)).isEmpty();
            assertThat(told).singleElement().asString().contains("cannot be started (");
            // It takes no place.
            assertThat(workers.link(TestJdk.home(), VERSION)).isPresent();
        }
    }

    @Test
    void oneOfAnotherJdkMakesRoom() throws Exception {
        Path slow = jdk("exec cat >/dev/null");
        try (LinkWorkers workers = new LinkWorkers(1, Duration.ofMillis(300), told::add)) {
            assertThat(workers.link(slow, VERSION)).isEmpty();
        }
        told.clear();
        try (LinkWorkers workers = new LinkWorkers(1, LONG, told::add)) {
            assertThat(workers.link(TestJdk.home(), VERSION)).isPresent();
            assertThat(workers.link(jdk("exit 1"), VERSION)).isEmpty();
            assertThat(workers.link(TestJdk.home(), VERSION)).isPresent();
        }
        assertThat(told).singleElement().asString().contains("ended before it answered");
    }

    @Test
    void anInterruptEndsTheLinkAndTheWorker() throws Exception {
        Path jdk = jdk("echo $$ > '" + dir + "/pid.new'; mv '" + dir + "/pid.new' '" + dir + "/pid'; exec sleep 300");
        try (LinkWorkers workers = new LinkWorkers(1, told::add)) {
            Thread asking = Thread.currentThread();
            Thread interrupts = new Thread(() -> {
                await(() -> Files.exists(dir.resolve("pid")));
                asking.interrupt();
            });
            interrupts.start();
            assertThatThrownBy(() -> workers.link(jdk, VERSION)).isInstanceOf(InterruptedException.class);
            await(() -> !isAlive());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void noneOutlivesAJvmThatIsKilled() throws Exception {
        Path jdk = jdk("echo $$ > '" + dir + "/pid.new'; mv '" + dir + "/pid.new' '" + dir + "/pid'; exec sleep 300");
        Process run = new ProcessBuilder(
                        TestJdk.home().resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkersRun.class.getName(),
                        jdk.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(() -> Files.exists(dir.resolve("pid")));
        assertThat(isAlive()).isTrue();

        run.destroyForcibly().waitFor();

        await(() -> !isAlive());
    }

    private void fails(String script, Duration limit, String how) throws Exception {
        Path jdk = jdk(script);
        try (LinkWorkers workers = new LinkWorkers(1, limit, told::add)) {
            assertThat(workers.link(jdk, VERSION)).isEmpty();
        }
        assertThat(told)
                .containsExactly("A worker that links with " + jdk + " " + how
                        + ": its image is linked by a process of its own.");
    }

    /** A JDK whose java is a script. */
    private Path jdk(String script) throws IOException {
        Path java = Files.createDirectories(dir.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return dir.resolve("jdk");
    }

    private boolean isAlive() {
        try {
            return ProcessHandle.of(
                            Long.parseLong(Files.readString(dir.resolve("pid")).strip()))
                    .filter(ProcessHandle::isAlive)
                    // One that nobody has collected is listed still.
                    .filter(process -> process.info().command().isPresent())
                    .isPresent();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Waits for what comes to be so; a minute is more than any loaded machine needs. */
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(end);
            try {
                Thread.sleep(10);
            } catch (InterruptedException unexpected) {
                throw new AssertionError(unexpected);
            }
        }
    }
}
