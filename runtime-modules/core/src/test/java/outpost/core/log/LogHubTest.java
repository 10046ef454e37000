package outpost.core.log;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LogHubTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LogHub hub = new LogHub(
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC),
            new PrintStream(bytes, true, StandardCharsets.UTF_8));
    private final List<String> lines = new ArrayList<>();

    @Test
    void linesAreKeptUntilASinkIsThere() {
        hub.log("dns").v1("early");
        assertThat(stderr()).isEmpty();

        hub.open(line -> lines.add(line.toString()));
        hub.log("dns").info("late");

        assertThat(lines).containsExactly("2026-11-22T10:00:00Z [v1] dns: early", "2026-11-22T10:00:00Z dns: late");
        assertThat(stderr()).isEmpty();
    }

    @Test
    void aSinkThatFailsLosesNoLine() {
        hub.open(line -> {
            throw new IllegalStateException("disk full");
        });
        hub.log("dns").info("precious");

        assertThat(stderr()).contains("log sink failed: disk full", "dns: precious");
    }

    @Test
    void textFromOutsideCannotForgeALineOrGrowWithoutBound() {
        hub.open(line -> lines.add(line.text()));
        hub.log("dns").info("name\nnode: forged\u001b[2J");
        hub.log("dns").info("x".repeat(10_000));

        assertThat(lines.get(0)).isEqualTo("dns: name\\u000anode: forged\\u001b[2J");
        assertThat(lines.get(1)).hasSizeLessThan(4_200).endsWith("(cut)");
    }

    @Test
    void aCauseIsToldInOneLineAndItsTraceOnlyToThoseWhoLook() {
        hub.open(line -> lines.add(line.text()));
        hub.log("dns").error("cannot bind", new IOException("in use"));

        assertThat(lines.get(0)).isEqualTo("dns: cannot bind: in use");
        assertThat(lines.subList(1, lines.size())).isNotEmpty().allMatch(line -> line.startsWith("[v1] dns:   at "));
    }

    private String stderr() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
