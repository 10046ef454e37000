package outpost.router.linux;

import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandResult.Ended;
import outpost.core.command.CommandRunner;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A network namespace of the test's own, gone when it is closed. Where it cannot be made the test fails. */
final class Namespace implements AutoCloseable {
    private final CommandRunner runner = new CommandRunner(Duration.ofSeconds(20), 1 << 16);
    private final String name = "outpost-test-" + ProcessHandle.current().pid();

    Namespace() {
        assertThat(host("id", "-u").strip())
                .as("user id; tests in network namespaces need root, so run them as root or without -Pnamespaces")
                .isEqualTo("0");
        host("ip", "netns", "add", name);
        run("ip", "link", "set", "dev", "lo", "up");
    }

    /** Words that make a command run in here. */
    List<String> prefix() {
        return List.of("ip", "netns", "exec", name);
    }

    /** A device whose other end is up as well. */
    void device(String device) {
        run("ip", "link", "add", device, "type", "veth", "peer", "name", device + "far");
        run("ip", "link", "set", "dev", device + "far", "up");
    }

    /** Runs what has to succeed and gives what it wrote. */
    String run(String... words) {
        return host(Stream.concat(prefix().stream(), Stream.of(words)).toArray(String[]::new));
    }

    /** What the kernel would do with a packet. */
    String way(String... words) {
        CommandResult result = runner.run(new Command(
                Stream.concat(prefix().stream(), Stream.concat(Stream.of("ip", "route", "get"), Stream.of(words)))
                        .toList()));
        return ((Ended) result).output();
    }

    private String host(String... words) {
        CommandResult result = runner.run(Command.of(words));
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        return ((Ended) result).output();
    }

    @Override
    public void close() {
        host("ip", "netns", "del", name);
    }
}
