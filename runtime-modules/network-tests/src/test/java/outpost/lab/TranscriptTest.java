package outpost.lab;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Needs neither root nor a network. */
class TranscriptTest {
    @Test
    void keepsWhatWasDoneTheWayAPersonWouldTypeIt() throws Exception {
        Transcript transcript = Transcript.of("transcript");
        transcript.show("/tmp/lab4711", "/tmp/lab");
        transcript.show("lab1x-", "lab-");

        transcript.note("What is shown.");
        transcript.file(Path.of("/tmp/lab4711/a/outpost.conf"), "router.device = x");
        transcript.command("sleep 1 &");
        transcript.said(new Said("ip netns exec lab1x-a false", 1, "no\n"));
        transcript.text("log", "");

        assertThat(Files.readString(transcript.file())).isEqualTo("""

                # What is shown.
                $ cat > /tmp/lab/a/outpost.conf << END
                router.device = x
                END
                $ sleep 1 &
                $ ip netns exec lab-a false
                no
                [exit code 1]

                ---- log
                ----
                """);
    }
}
