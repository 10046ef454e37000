package outpost.iptables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ForwardingSwitchTest {
    @TempDir
    private Path dir;

    @Test
    void whatWasIsPutBackAlsoByTheNextAfterACrash() throws IOException {
        Path file = Files.writeString(dir.resolve("ip_forward"), "0\n");
        StateStore store = StateStore.open(dir.resolve("state"));
        new ForwardingSwitch(file, store, "ip-forward-v4").on();
        assertThat(file).hasContent("1");
        ForwardingSwitch next = new ForwardingSwitch(file, store, "ip-forward-v4");
        next.on();
        next.back();
        assertThat(file).hasContent("0");
        Files.writeString(file, "2");
        next.back();
        assertThat(file).as("what somebody else sets since is theirs").hasContent("2");
    }

    @Test
    void whatWasOnStaysOn() throws IOException {
        Path file = Files.writeString(dir.resolve("ip_forward"), "1\n");
        ForwardingSwitch forwarding =
                new ForwardingSwitch(file, StateStore.open(dir.resolve("state")), "ip-forward-v4");
        forwarding.on();
        forwarding.back();
        assertThat(file).hasContent("1");
    }
}
