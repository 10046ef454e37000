package outpost.daemon;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What ends before a node is started; what a running one does is tested on the real process. */
class OutpostdTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesEveryOptionAndExitCode() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "--socket",
                        "--state",
                        "--netmap",
                        "--config",
                        "--version",
                        "Exit codes: 0",
                        "1 failed",
                        "2 wrong");
    }

    @Test
    void theVersionIsTheOneOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("outpostd [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sockt x|there is no option --sockt; did you mean --socket?",
                "--stat=x|there is no option --stat; did you mean --state?",
                "-h|there is no option -h; did you mean --help?",
                "x|there is no option x; did you mean",
                "--socket|the option --socket needs a value behind it",
                "--socket=|the option --socket needs a value, found ''",
                "--socket --state x|the option --socket needs a value, found '--state'",
                "--state a --state=b|the option --state stands there twice",
            })
    void aWrongOptionIsNamedWithTheNearestRightOne(String words, String message) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(message)
                .contains("outpostd --help lists the options");
    }

    @Test
    void aConfigurationThatIsNamedMustExist() {
        assertThat(run("--config", folder.resolve("missing.conf").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("missing.conf does not exist");
    }

    @Test
    void aFaultInTheConfigurationNamesItsLine() throws IOException {
        Path config = Files.writeString(folder.resolve("outpost.conf"), "a = 1\noops\n");

        assertThat(run("--config", config.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 2: expected key = value");
    }

    @Test
    void theSocketOptionWinsOverTheConfiguration() throws Exception {
        Path config = Files.writeString(folder.resolve("outpost.conf"), "localapi.socket = /a\nmetrics.port = 1\n");

        Order order = Options.parse("--config", config.toString(), "--socket", "/b");

        assertThat(order).isInstanceOfSatisfying(Order.Run.class, run -> {
            assertThat(run.config().settings().text("localapi.socket")).contains("/b");
            assertThat(run.config().settings().text("metrics.port")).contains("1");
        });
    }

    private int run(String... args) {
        return new Outpostd(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }
}
