package outpost.iptables;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.FeatureException;
import outpost.core.NodeConfig;
import outpost.core.NodeState;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.netmap.IpPrefix;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** With programs that only write down how they are called, and switches that are files. */
class IptablesTest {
    @TempDir
    private Path dir;

    private Path calls;
    private Path switchV4;
    private Path switchV6;
    private Iptables iptables;

    @BeforeEach
    void layOut() throws IOException {
        calls = Files.createFile(dir.resolve("calls"));
        switchV4 = file("net/ipv4/ip_forward");
        switchV6 = file("net/ipv6/conf/all/forwarding");
        iptables = new Iptables(dir.resolve("net"));
        for (String name : List.of("t4", "t6")) {
            // There is no chain yet, and no rule that leads there.
            program(name, "case \"$*\" in *' -C '* | *' -D '* | *' -S '*) exit 1;; esac");
            program(name + "-restore", "cat >> " + calls);
        }
        Files.writeString(dir.resolve("netmap.json"), """
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]}, "peers": []}
                """);
    }

    @Test
    void whatIsAskedForHoldsWhileTheNodeIsUpAndNothingIsLeft() throws Exception {
        try (RunningNode running = start()) {
            iptables.allow("advertiseroutes", ranges("192.0.2.0/24"));
            assertThat(calls()).as("not yet up").isEmpty();

            running.node().up();
            until(() -> running.node().state() == NodeState.RUNNING);
            assertThat(content(switchV4)).isEqualTo("1");
            assertThat(calls())
                    .containsSequence("t4-restore -w 3 --noflush", "*nat", ":OUTPOST - [0:0]")
                    .contains("-A OUTPOST -i outpost0 -d 192.0.2.0/24 -j ACCEPT")
                    .noneMatch(call -> call.startsWith("t6"));
            assertThat(content(switchV6)).as("nobody asked for IPv6").isEqualTo("0");

            running.node().down();
            until(() -> running.node().state() == NodeState.STOPPED);
            assertThat(content(switchV4)).isEqualTo("0");
            assertThat(lastCalls("t4"))
                    .containsExactly(
                            "filter -D FORWARD -j OUTPOST",
                            "filter -F OUTPOST",
                            "filter -X OUTPOST",
                            "filter -S OUTPOST",
                            "nat -D POSTROUTING -j OUTPOST",
                            "nat -F OUTPOST",
                            "nat -X OUTPOST",
                            "nat -S OUTPOST");
            assertThat(counts(running)).containsEntry("filled", 1L).containsEntry("removed", 1L);
        }
    }

    @Test
    void chainsThatHoldWhatIsWantedAreLeftAlone() throws Exception {
        try (RunningNode running = start()) {
            iptables.allow("advertiseroutes", ranges("192.0.2.0/24"));
            running.node().up();
            until(() -> running.node().state() == NodeState.RUNNING);
            List<String> before = calls();
            iptables.allow("advertiseroutes", ranges("192.0.2.0/24"));
            assertThat(calls()).isEqualTo(before);

            iptables.allow("advertiseexitnode", ranges("0.0.0.0/0", "::/0"));
            assertThat(calls())
                    .contains("-A OUTPOST -i outpost0 -d 0.0.0.0/0 -j ACCEPT")
                    .contains("-A OUTPOST -i outpost0 -d ::/0 -j ACCEPT");
            assertThat(content(switchV6)).isEqualTo("1");

            iptables.allow("advertiseexitnode", List.of());
            iptables.allow("advertiseroutes", List.of());
            assertThat(content(switchV4)).isEqualTo("0");
            assertThat(content(switchV6)).isEqualTo("0");
        }
    }

    @Test
    void whatOneFamilyRefusesTakesNothingFromTheOtherAndHasItNotFilledAgain() throws Exception {
        program("t4-restore", "echo no chain for that; exit 2");
        try (RunningNode running = start()) {
            running.node().up();
            until(() -> running.node().state() == NodeState.RUNNING);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> iptables.allow("advertiseexitnode", ranges("0.0.0.0/0", "::/0")))
                        .hasMessageContaining("ended with 2: no chain for that");
            }
            assertThat(content(switchV6)).isEqualTo("1");
            assertThat(content(switchV4))
                    .as("no forwarding without masquerading")
                    .isEqualTo("0");
            assertThat(calls())
                    .filteredOn(call -> call.startsWith("t6"))
                    .as("filled once")
                    .hasSize(3);
            assertThat(counts(running)).containsEntry("filled", 1L).containsEntry("refused", 2L);

            program("t4-restore", "exit 0");
            iptables.allow("advertiseexitnode", ranges("0.0.0.0/0", "::/0"));
            assertThat(content(switchV4)).as("what failed is tried again").isEqualTo("1");
            assertThat(calls()).filteredOn(call -> call.startsWith("t6")).hasSize(3);
        }
    }

    @Test
    void whatANodeLeftThatDidNotEndWellIsTakenAwayByTheNextStartOrTheOneAfterIt() throws Exception {
        Files.createDirectories(dir.resolve("state"));
        Path mark = Files.writeString(dir.resolve("state/iptables-v4"), "changed\n");
        program("t4", "case \"$*\" in *' -S '*) exit 0;; *' -D '*) exit 1;; esac");
        try (RunningNode running = start()) {
            assertThat(mark).as("the chain is there still").exists();
            assertThat(counts(running)).containsEntry("left", 1L);
        }
        program("t4", "case \"$*\" in *' -S '* | *' -D '*) exit 1;; esac");
        iptables = new Iptables(dir.resolve("net"));
        try (RunningNode running = start()) {
            assertThat(mark).doesNotExist();
            assertThat(counts(running)).containsEntry("left", 0L).containsEntry("removed", 1L);
        }
        assertThat(calls()).noneMatch(call -> call.startsWith("t6"));
    }

    @Test
    void programsAreTwo() {
        assertThatThrownBy(() -> start("iptables-legacy"))
                .isInstanceOf(FeatureException.class)
                .hasRootCauseMessage(
                        "setting iptables.programs: \"iptables-legacy\" are not two, one for IPv4 and one for IPv6, as"
                                + " iptables-legacy, ip6tables-legacy are");
    }

    private static Map<String, Long> counts(RunningNode running) {
        return running.node().counters().read().get("iptables");
    }

    private RunningNode start() throws Exception {
        return start(dir.resolve("t4") + ", " + dir.resolve("t6"));
    }

    private RunningNode start(String programs) throws Exception {
        var config = new NodeConfig(
                dir.resolve("state"), dir.resolve("netmap.json"), Settings.of(Map.of("iptables.programs", programs)));
        return RunningNode.start(config, List.of(iptables), new PrintStream(PrintStream.nullOutputStream()));
    }

    private Path file(String name) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "0\n");
    }

    private void program(String name, String end) throws IOException {
        Path partial = Files.writeString(
                dir.resolve(name + ".new"), "#!/bin/sh\necho " + name + " \"$@\" >> " + calls + "\n" + end + "\n");
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(partial, dir.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> calls() {
        return content(calls).lines().toList();
    }

    /** The last eight, without the words that all begin with. */
    private List<String> lastCalls(String program) {
        List<String> own = calls().stream()
                .filter(call -> call.startsWith(program + " "))
                .map(call -> call.replaceFirst(".* -t ", ""))
                .toList();
        return own.subList(own.size() - 8, own.size());
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<IpPrefix> ranges(String... texts) {
        return Stream.of(texts).map(text -> IpPrefix.parse(text).orElseThrow()).toList();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).as("in twenty seconds").isTrue();
    }
}
