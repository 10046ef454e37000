package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.testing.TestElf;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** JDKs that do not answer, and what is kept of those that do. */
class JdkInquiryTest {
    private static final int VERSION = TestJdk.running().featureVersion();
    private static final JdkAsk IBM037 = new JdkAsk.CharsetNamed("IBM037");

    @TempDir
    Path dir;

    @Test
    void aJdkForAnotherMachineIsAnsweredForByOneOfItsVersion() throws Exception {
        TargetJdk foreign = TestJdk.onPaper(dir, VERSION, true);
        Platform platform =
                Platform.parse(System.getProperty("os.arch").equals("aarch64") ? "linux/amd64" : "linux/arm64");
        TestJdk.program(foreign.home(), "java", TestElf.program(platform));
        JdkInquiry.Told told = (JdkInquiry.Told) JdkInquiry.of(foreign, Optional.empty());
        assertThat(told.answers().modulesFor(IBM037)).containsExactly("jdk.charsets");
        assertThat(told.standIn().orElseThrow())
                .isEqualTo("The JDK at " + foreign.home() + " (Java " + VERSION
                        + ".0.99) is for another platform and does not run on this machine; the JDK that runs this build, Java "
                        + TestJdk.running().version() + " at " + TestJdk.home() + ", was asked in its place");
    }

    @Test
    void whatIsNoProgramIsNotHandedToAShell() throws Exception {
        Path written = dir.resolve("written");
        TargetJdk jdk = TestJdk.onPaper(dir, VERSION + 1, true);
        byte[] shell = ("echo > " + written + "\n").getBytes(StandardCharsets.US_ASCII);
        TestJdk.program(jdk.home(), "java", shell);
        assertThat(((JdkInquiry.Untold) JdkInquiry.of(jdk, Optional.empty())).why())
                .contains(" is for another platform and does not run on this machine; ");
        assertThat(written).doesNotExist();
    }

    @Test
    void whatTheSystemRefusesIsSaid() throws Exception {
        TargetJdk jdk = TestJdk.onPaper(dir, VERSION + 1, true);
        byte[] script = "#!/no/such/shell\n".getBytes(StandardCharsets.US_ASCII);
        TestJdk.program(jdk.home(), "java", script);
        assertThat(((JdkInquiry.Untold) JdkInquiry.of(jdk, Optional.empty())).why())
                .contains(" cannot be started here: ");
    }

    @Test
    void noOtherVersionAnswers() throws Exception {
        TargetJdk other = TestJdk.onPaper(dir, VERSION + 1, true);
        JdkInquiry.Untold untold = (JdkInquiry.Untold) JdkInquiry.of(other, Optional.of(dir.resolve("kept")));
        assertThat(untold.why())
                .isEqualTo("The JDK at " + other.home() + " (Java " + (VERSION + 1) + ".0.99) has no bin/java;"
                        + " the JDK that runs this build, Java "
                        + TestJdk.running().version() + " at " + TestJdk.home()
                        + ", is of another version and cannot answer in its place");
        assertThat(untold.mend()).contains("JDK " + (VERSION + 1)).contains("-Dwhittle.jdk=<folder>");
        assertThat(dir.resolve("kept")).doesNotExist();
    }

    @Test
    void bothMayBeSilent() throws Exception {
        TargetJdk jdk = withJava("echo it is broken >&2; exit 3");
        JdkInquiry.Untold untold =
                (JdkInquiry.Untold) new StandIn(jdk.home(), Duration.ofSeconds(20)).ask(jdk, Optional.empty());
        assertThat(untold.why())
                .contains(" ended with 3 when it was asked: it is broken; ")
                .endsWith(" ended with 3 when it was asked: it is broken");
        Files.delete(jdk.home().resolve("release"));
        untold = (JdkInquiry.Untold) new StandIn(jdk.home(), Duration.ofSeconds(20)).ask(jdk, Optional.empty());
        assertThat(untold.why()).endsWith("does not tell its version in its file 'release'");
    }

    @Test
    void whatIsNoJavaIsNotBelieved() throws Exception {
        TargetJdk jdk = withJava("echo hello");
        assertThat(why(jdk, Duration.ofSeconds(20))).contains("runs something else when it is asked");
    }

    @Test
    void whoDoesNotAnswerIsEnded() throws Exception {
        Path started = dir.resolve("started");
        TargetJdk jdk = withJava(
                "sleep 300 & echo $$ $! > " + started + ".part; mv " + started + ".part " + started + "; wait");
        assertThat(why(jdk, Duration.ofSeconds(5))).contains("did not answer within 5 s");
        assertNothingRuns(started);
    }

    @Test
    void whoIsInterruptedLeavesNothingRunning() throws Exception {
        Path started = dir.resolve("started");
        TargetJdk jdk = withJava(
                "sleep 300 & echo $$ $! > " + started + ".part; mv " + started + ".part " + started + "; wait");
        Thread asker = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            while (!Files.exists(started)) {
                Thread.onSpinWait();
            }
            asker.interrupt();
        });
        interrupter.start();
        assertThatThrownBy(() -> new StandIn(jdk.home(), Duration.ofMinutes(1)).ask(jdk, Optional.empty()))
                .isInstanceOf(InterruptedException.class);
        interrupter.join();
        assertNothingRuns(started);
    }

    @Test
    void whatIsLongIsReadToItsEnd() throws Exception {
        // More than a pipe holds, on both: whoever reads neither or one would wait for ever.
        TargetJdk jdk =
                withJava("head -c 300000 /dev/zero | tr '\\0' x >&2; head -c 300000 /dev/zero | tr '\\0' x; exit 4");
        assertThat(why(jdk, Duration.ofSeconds(30))).contains("ended with 4 when it was asked: xxx");
    }

    @Test
    void optionsThatAUserSetsForOtherJvmsAreNotPassedOn() throws Exception {
        TargetJdk jdk = withJava("env | grep -c -e JAVA_TOOL_OPTIONS -e JDK_JAVA_OPTIONS >&2; exit 5");
        assertThat(why(jdk, Duration.ofSeconds(20))).contains("ended with 5 when it was asked: 0");
    }

    @Test
    void answersAreKeptAndDamagedOnesAreAskedAgain() throws Exception {
        TargetJdk jdk = TestJdk.running();
        Path kept = dir.resolve("kept");
        assertThat(ask(jdk, kept).modulesFor(IBM037)).containsExactly("jdk.charsets");
        Path file = only(kept);
        String text = Files.readString(file);
        // Kept, and therefore believed: what stands there now the JDK never said.
        Files.writeString(file, moved(text));
        assertThat(ask(jdk, kept).modulesFor(IBM037)).containsExactly("acme.charsets");

        // Neither whole nor even text.
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(ask(jdk, kept).modulesFor(IBM037)).containsExactly("jdk.charsets");
        assertThat(only(kept)).content(StandardCharsets.UTF_8).isEqualTo(text);
    }

    @Test
    void anotherJdkIsAskedAnew() throws Exception {
        Path kept = dir.resolve("kept");
        ask(TestJdk.running(), kept);
        TargetJdk other = withJava("exit 6");
        assertThat(((JdkInquiry.Told) JdkInquiry.of(other, Optional.of(kept))).standIn())
                .isPresent();
        assertThat(only(kept)).exists();
    }

    @Test
    void whoMayNotKeepAnswersIsAnsweredAllTheSame() throws Exception {
        Path inTheWay = Files.writeString(dir.resolve("file"), "no folder");
        assertThat(ask(TestJdk.running(), inTheWay.resolve("kept")).modulesFor(IBM037))
                .containsExactly("jdk.charsets");
        assertThat(inTheWay).hasContent("no folder");
    }

    private static JdkAnswers ask(TargetJdk jdk, Path kept) throws IOException, InterruptedException {
        return ((JdkInquiry.Told) JdkInquiry.of(jdk, Optional.of(kept))).answers();
    }

    private String why(TargetJdk jdk, Duration limit) throws IOException, InterruptedException {
        return ((JdkInquiry.Untold) new StandIn(dir, limit).ask(jdk, Optional.empty())).why();
    }

    /** A whole text that says something else. */
    private static String moved(String text) {
        Transcript told = Transcript.parse(text).orElseThrow();
        return new Transcript(told.runs().entrySet().stream()
                        .collect(Collectors.toMap(
                                run -> run.getKey(),
                                run -> run.getValue().stream()
                                        .map(words -> words.stream()
                                                .map(word -> word.equals("jdk.charsets") ? "acme.charsets" : word)
                                                .toList())
                                        .toList())))
                .text();
    }

    private TargetJdk withJava(String script) throws IOException {
        TargetJdk jdk = TestJdk.onPaper(dir, VERSION, true);
        TestJdk.program(jdk.home(), "java", ("#!/bin/sh\n" + script + "\n").getBytes(StandardCharsets.US_ASCII));
        return jdk;
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static void assertNothingRuns(Path pids) throws IOException {
        assertThat(Stream.of(Files.readString(pids).strip().split(" ")))
                .hasSize(2)
                .allSatisfy(
                        pid -> assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive))
                                .isEmpty());
    }
}
