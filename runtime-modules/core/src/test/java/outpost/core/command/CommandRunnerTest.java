package outpost.core.command;

import org.junit.jupiter.api.Test;
import outpost.core.command.CommandResult.Ended;
import outpost.core.command.CommandResult.NotStarted;
import outpost.core.command.CommandResult.TimedOut;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CommandRunnerTest {
    private final CommandRunner runner = new CommandRunner(Duration.ofSeconds(20), 4096);

    @Test
    void wordsReachTheProgramAsTheyAreWithoutAShell() {
        CommandResult result = runner.run(Command.of("printf", "%s", "a b; echo $HOME `id`"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.output()).isEqualTo("a b; echo $HOME `id`"));
        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void failureCarriesExitAndWhatTheProgramSaid() {
        CommandResult result = runner.run(Command.of("sh", "-c", "echo no such device >&2; exit 3"));

        assertThat(result.succeeded()).isFalse();
        assertThat(result.describe()).endsWith("ended with 3: no such device");
    }

    @Test
    void programThatHangsIsStoppedAtTheLimit() {
        var impatient = new CommandRunner(Duration.ofMillis(200), 4096);
        long before = System.nanoTime();

        CommandResult result = impatient.run(Command.of("sleep", "30"));

        assertThat(result).isInstanceOf(TimedOut.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void endlessOutputIsReadToTheEndAndKeptBounded() {
        CommandResult result = runner.run(Command.of("head", "-c", "3000000", "/dev/zero"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.output()).hasSize(4096));
        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void backgroundChildThatKeepsThePipeOpenDoesNotHoldUpTheResult() {
        long before = System.nanoTime();

        CommandResult result = runner.run(Command.of("sh", "-c", "sleep 60 & echo done"));

        assertThat(result.describe()).endsWith("ended with 0: done");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void inputReachesTheProgramWholeAndItsEnd() {
        CommandResult result = runner.run(Command.of("wc", "-c"), "ä".repeat(500_000));

        assertThat(result.describe()).isEqualTo("\"wc -c\" ended with 0: 1000000");
    }

    @Test
    void programThatReadsNothingOfALongInputIsNotWaitedForBeyondItsEndOrTheLimit() {
        String input = "x".repeat(1 << 20);
        var impatient = new CommandRunner(Duration.ofMillis(200), 4096);

        assertThat(runner.run(Command.of("true"), input).succeeded()).isTrue();
        assertThat(impatient.run(Command.of("sleep", "30"), input)).isInstanceOf(TimedOut.class);
    }

    @Test
    void missingProgramIsAResultAndNotAnException() {
        assertThat(runner.run(Command.of("no-such-program-anywhere"))).isInstanceOf(NotStarted.class);
    }

    @Test
    void prefixStandsBeforeTheCommandButNotInItsResult() {
        var behindEnv = new CommandRunner(Duration.ofSeconds(20), 4096, List.of("env", "WORD=one"));

        CommandResult result = behindEnv.run(Command.of("printenv", "WORD"));

        assertThat(result.describe()).isEqualTo("\"printenv WORD\" ended with 0: one");
    }

    @Test
    void emptyCommandsAndHiddenEndsOfTextAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Command(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Command.of("ip", "a\0b"));
    }
}
