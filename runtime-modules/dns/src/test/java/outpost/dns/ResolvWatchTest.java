package outpost.dns;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.log.LogHub;
import outpost.core.netmap.Addresses;
import outpost.core.netmap.Self;
import outpost.core.service.Health;
import outpost.core.service.Problem;
import outpost.core.state.StateStore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ResolvWatchTest {
    private static final Self SELF = new Self(
            "me", "tail.example", List.of(Addresses.parse("100.64.0.1").orElseThrow()), List.of(), Optional.empty());
    private static final Duration LOOK = Duration.ofMillis(500);

    @TempDir
    private Path dir;

    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final List<String> problems = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - 1;
    private Path path;
    private ResolvConf file;
    private ResolvWatch watch;

    @BeforeEach
    void take() throws IOException {
        path = Files.writeString(dir.resolve("resolv.conf"), "nameserver 192.0.2.53\n");
        LogHub logs = new LogHub(Clock.systemUTC(), new PrintStream(stderr, true, StandardCharsets.UTF_8));
        logs.openToStderr();
        file = new ResolvConf(path, StateStore.open(dir.resolve("state")), logs.log("dns"));
        watch = new ResolvWatch(file, logs.log("dns"), () -> Optional.of(new Noted()), () -> nanos);
        watch.taking();
        file.take(SELF);
    }

    @Test
    void whatIsOursIsLeftAlone() throws IOException {
        assertThat(looks(10)).isZero();
        assertThat(problems).isEmpty();
        assertThat(log()).isEmpty();
    }

    @Test
    void whatSomebodyElseHasWrittenIsTakenAnewAndToldOnce() throws IOException {
        Files.writeString(path, "nameserver 203.0.113.1\n");
        assertThat(looks(4)).isEqualTo(1);
        assertThat(path).content().contains("100.100.100.100");
        assertThat(ResolvText.nameservers(file.former()))
                .extracting(Object::toString)
                .containsExactly("/203.0.113.1");
        assertThat(problems).singleElement().asString().contains(path.toString(), "dns.resolv-conf");
        assertThat(log()).containsOnlyOnce("was written by another program");

        assertThat(looks(130)).isZero();
        assertThat(problems).as("left alone for a minute").isEmpty();
    }

    @Test
    void whatIsStillBeingWrittenIsWaitedFor() throws IOException {
        for (String written : List.of("", "nameserver 203.", "nameserver 203.0.113.1\n")) {
            Files.writeString(path, written);
            assertThat(looks(1)).as("[%s]", written).isZero();
        }
        assertThat(looks(1)).isEqualTo(1);
        file.giveBack();
        assertThat(path).hasContent("nameserver 203.0.113.1");
    }

    @Test
    void whoNeverEndsWritingIsNotWaitedFor() throws IOException {
        int taken = 0;
        for (int look = 0; look < 12; look++) {
            Files.writeString(path, "# written at " + look + "\nnameserver 203.0.113.1\n");
            taken += looks(1);
        }
        assertThat(taken).as("in six seconds").isEqualTo(1);
    }

    @Test
    void whoeverWritesItAllTheTimeDoesNotHaveTheNodeDoNothingElse() throws IOException {
        int taken = 0;
        for (int look = 0; look < 240; look++) {
            Files.writeString(path, "nameserver 203.0.113.1\n");
            taken += looks(1);
        }
        assertThat(taken).as("in two minutes").isBetween(20, 24);
        assertThat(problems).hasSize(1);
        assertThat(log()).containsOnlyOnce("was written by another program");

        watch.over();
        assertThat(problems).as("the node is down").isEmpty();
    }

    /** As the node does it: how often the file was taken. */
    private int looks(int times) throws IOException {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            nanos += LOOK.toNanos();
            if (watch.isDue()) {
                watch.taking();
                file.take(SELF);
                taken++;
            }
        }
        return taken;
    }

    private String log() {
        return stderr.toString(StandardCharsets.UTF_8);
    }

    private final class Noted implements Health {
        @Override
        public void report(String key, String text) {
            problems.add(text);
        }

        @Override
        public void clear(String key) {
            problems.clear();
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }
}
