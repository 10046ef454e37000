package outpost.lab;

import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandResult.Ended;
import outpost.core.command.CommandRunner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Runs commands of the machine, and writes them into the transcript. */
final class Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OUTPUT_BYTES = 1 << 20;
    private static final List<String> TOOLS = List.of(
            "ip",
            "sysctl",
            "ping",
            "wireguard-go",
            "wg",
            "iptables",
            "nsd",
            "dig",
            "iperf3",
            "tcpdump",
            "curl",
            "python3",
            "setpriv");

    private final Transcript transcript;

    Commands(Transcript transcript) {
        this.transcript = transcript;
    }

    Transcript transcript() {
        return transcript;
    }

    /** Fails where this machine cannot hold a lab: what cannot run must not count as passed. */
    void requireMachine() {
        CommandRunner runner = new CommandRunner(PATIENCE, OUTPUT_BYTES);
        CommandResult user = runner.run(Command.of("id", "-u"));
        assertThat(user instanceof Ended ended ? ended.output().strip() : user.describe())
                .as("user id; tests in network namespaces need root, so run them as root or without -Pnetwork")
                .isEqualTo("0");
        assertThat(Path.of("/etc/resolv.conf"))
                .as("a link there would have the namespaces' lists of nameservers written over this machine's own")
                .isRegularFile()
                .matches(file -> !Files.isSymbolicLink(file), "no link");
        List<String> missing = TOOLS.stream()
                .filter(tool -> !runner.run(Command.of("sh", "-c", "command -v \"$0\"", tool))
                        .succeeded())
                .toList();
        assertThat(missing)
                .as("programs that are not installed; .ci/network installs them")
                .isEmpty();
    }

    /** Runs a command to its end, however that is. */
    Said run(Duration patience, List<String> words) {
        CommandResult result = new CommandRunner(patience, OUTPUT_BYTES).run(new Command(words));
        if (!(result instanceof Ended ended)) {
            transcript.command(shell(words));
            transcript.note(result.describe());
            return fail(result.describe());
        }
        Said said = new Said(shell(words), ended.exit(), ended.output());
        transcript.said(said);
        return said;
    }

    Said run(List<String> words) {
        return run(PATIENCE, words);
    }

    /** Runs a command that has to succeed. */
    Said must(String... words) {
        return run(List.of(words)).done();
    }

    /** Starts a program that runs on; what it writes goes to the file. */
    RunningProgram start(List<String> words, Path log) {
        transcript.command(shell(words) + " &");
        try {
            return new RunningProgram(
                    shell(words),
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.from(
                                    Path.of("/dev/null").toFile()))
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a shell would read it. */
    private static String shell(List<String> words) {
        return String.join(
                " ",
                words.stream()
                        .map(word ->
                                word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                        .toList());
    }
}
