package outpost.iptables;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandResult.Ended;
import outpost.core.command.CommandRunner;
import outpost.core.count.Tally;
import outpost.core.netmap.IpPrefix;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The programs and the kernel themselves, in a network namespace with a lock of its own. */
@Tag("network")
@Timeout(120)
class RealTablesTest {
    private static final String NAMESPACE =
            "tables" + Long.toString(ProcessHandle.current().pid(), 36);

    @TempDir
    private Path dir;

    private final Tally<Outcome> outcomes = new Tally<>(Outcome.class);
    private CommandRunner runner;
    private Path forwards;
    private Path lock;

    @BeforeEach
    void makeNamespace() throws IOException {
        must(new CommandRunner(Duration.ofSeconds(20), 4096), "ip", "netns", "add", NAMESPACE);
        lock = dir.resolve("lock");
        runner = new CommandRunner(
                Duration.ofSeconds(20),
                65_536,
                List.of("ip", "netns", "exec", NAMESPACE, "env", "XTABLES_LOCKFILE=" + lock));
        forwards = Files.writeString(dir.resolve("forwards"), "0\n");
    }

    @AfterEach
    void removeNamespace() {
        must(new CommandRunner(Duration.ofSeconds(20), 4096), "ip", "netns", "del", NAMESPACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iptables-nft", "ip6tables-nft", "iptables-legacy", "ip6tables-legacy"})
    void whatIsHeldChangesInItsPlaceAndLeavesNothing(String program) throws IOException {
        boolean v4 = !program.startsWith("ip6");
        String first = v4 ? "192.0.2.0/24" : "2001:db8:1::/64";
        String second = v4 ? "198.51.100.0/24" : "2001:db8:2::/64";
        List<String> before = rules(program);
        Family family = family(program, v4);
        must(runner, program, "-A", "FORWARD", "-j", "DROP");

        family.hold(ranges(first));
        assertThat(rules(program))
                .contains("-A POSTROUTING -j OUTPOST", "-A OUTPOST -d " + first + " -i outpost0 -j ACCEPT")
                .containsSubsequence("-A FORWARD -j OUTPOST", "-A FORWARD -j DROP");
        family.hold(ranges(first, second));
        family.hold(ranges(second));
        assertThat(rules(program))
                .contains("-A OUTPOST -d " + second + " -i outpost0 -j ACCEPT")
                .doesNotContain("-A OUTPOST -d " + first + " -i outpost0 -j ACCEPT")
                .containsOnlyOnce("-A FORWARD -j OUTPOST", "-A POSTROUTING -j OUTPOST");
        assertThat(outcomes.of(Outcome.FILLED)).isEqualTo(3);

        must(runner, program, "-A", "FORWARD", "-j", "OUTPOST");
        family.withdraw();
        must(runner, program, "-D", "FORWARD", "-j", "DROP");
        assertThat(rules(program))
                .as("also where somebody else sent packets there")
                .isEqualTo(before);
        assertThat(family.isMarked()).isFalse();
        assertThat(outcomes.of(Outcome.LEFT)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iptables-nft", "ip6tables-nft", "iptables-legacy", "ip6tables-legacy"})
    void aMarkOfWhatIsNotThereGoes(String program) throws IOException {
        StateStore.open(dir.resolve("state")).write("mark", new byte[1]);
        Family family = family(program, !program.startsWith("ip6"));
        family.withdraw();
        assertThat(family.isMarked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iptables-nft", "iptables-legacy"})
    void anotherChainThatLeadsThereKeepsItAndTheMark(String program) throws IOException {
        Family family = family(program, true);
        family.hold(ranges("192.0.2.0/24"));
        must(runner, program, "-A", "INPUT", "-j", "OUTPOST");
        assertThatThrownBy(family::withdraw).hasMessageContaining("the chain of table filter is not seen to be gone");
        assertThat(family.isMarked()).isTrue();
        assertThat(forwards).hasContent("0");

        must(runner, program, "-D", "INPUT", "-j", "OUTPOST");
        family.withdraw();
        assertThat(family.isMarked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = "iptables-legacy")
    void whoHoldsTheLockKeepsTheChainAndTheMark(String program) throws Exception {
        Family family = family(program, true);
        family.hold(ranges("192.0.2.0/24"));
        Process holder = new ProcessBuilder("flock", lock.toString(), "sh", "-c", "echo held; exec sleep 60")
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("held");
            assertThatThrownBy(family::withdraw).hasMessageContaining("holding the xtables lock");
            assertThatThrownBy(() -> family.hold(ranges("192.0.2.0/24")))
                    .hasMessageContaining("holding the xtables lock");
        } finally {
            holder.descendants().forEach(ProcessHandle::destroy);
            holder.destroy();
            holder.waitFor();
        }
        assertThat(family.isMarked()).isTrue();
        assertThat(rules(program)).contains("-A FORWARD -j OUTPOST");
        family.withdraw();
        assertThat(rules(program)).noneMatch(rule -> rule.contains("OUTPOST"));
        assertThat(family.isMarked()).isFalse();
    }

    private Family family(String program, boolean v4) throws IOException {
        StateStore store = StateStore.open(dir.resolve("state"));
        return new Family(
                new ChainCommands(program, v4, "outpost0"),
                new ForwardingSwitch(forwards, store, "forwards"),
                store,
                "mark",
                runner::run,
                outcomes);
    }

    private List<String> rules(String program) {
        return Stream.of("filter", "nat")
                .flatMap(table -> must(runner, program, "-t", table, "-S").lines())
                .toList();
    }

    private static String must(CommandRunner runner, String... words) {
        CommandResult result = runner.run(Command.of(words));
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        return ((Ended) result).output();
    }

    private static List<IpPrefix> ranges(String... texts) {
        return Stream.of(texts).map(text -> IpPrefix.parse(text).orElseThrow()).toList();
    }
}
