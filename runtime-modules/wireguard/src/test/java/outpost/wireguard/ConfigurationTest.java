package outpost.wireguard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.NetmapReader;
import outpost.core.state.StateStore;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationTest {
    private static final String A = "AQ" + "A".repeat(41) + "=";
    private static final String B = "Ag" + "A".repeat(41) + "=";

    @TempDir
    private Path dir;

    @Test
    void aDeviceIsToldItsKeyItsPortItsMarkAndItsPeers() throws Exception {
        StateStore store = StateStore.open(dir.resolve("state"));
        byte[] secret = new byte[32];
        secret[0] = 8;
        secret[31] = 0x40;
        store.write("wireguard-key", secret);

        String message = Configuration.device(KeyPairOfNode.of(store), 51_820, 0x4f50, Optional.empty())
                .with(netmap(A), Set.of())
                .message();

        assertThat(message).isEqualTo("""
                        set=1
                        private_key=0800000000000000000000000000000000000000000000000000000000000040
                        listen_port=51820
                        fwmark=20304
                        replace_peers=true
                        public_key=0100000000000000000000000000000000000000000000000000000000000000
                        endpoint=192.0.2.1:51820
                        persistent_keepalive_interval=25
                        replace_allowed_ips=true
                        allowed_ip=100.64.0.2/32
                        allowed_ip=fd7a::2/128
                        allowed_ip=10.1.0.0/16

                        """);
    }

    @Test
    void peersThatAreNoMoreAreRemovedAndTheOthersKeepTheirSessions() throws Exception {
        String message = Configuration.peers(Optional.empty())
                .with(netmap(B), Configuration.keys(netmap(A)))
                .message();
        assertThat(message)
                .startsWith("set=1\npublic_key=01")
                .contains("\nremove=true\npublic_key=02")
                .doesNotContain("replace_peers", "private_key");
    }

    @Test
    void aPeerWithoutKeyCannotBeTalkedTo() throws Exception {
        Netmap netmap = NetmapReader.read("""
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]},
                 "peers": [{"name": "mute", "addresses": ["100.64.0.3"]}]}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(Configuration.peers(Optional.empty()).with(netmap, Set.of()).message())
                .isEqualTo("set=1\n\n");
    }

    @Test
    void ofSeveralWaysOutTheChosenOneGetsEverything() throws Exception {
        Netmap netmap = NetmapReader.read("""
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]},
                 "peers": [{"name": "a", "addresses": ["100.64.0.2"], "allowedRoutes": ["0.0.0.0/0", "::/0"], "key": "%s"},
                   {"name": "b", "addresses": ["100.64.0.3"], "allowedRoutes": ["0.0.0.0/0", "10.1.0.0/16"], "key": "%s"}]}
                """.formatted(A, B).getBytes(StandardCharsets.UTF_8));

        assertThat(allowed(netmap, Optional.of("a")))
                .containsExactly("100.64.0.2/32", "0.0.0.0/0", "::/0", "100.64.0.3/32", "10.1.0.0/16");
        assertThat(allowed(netmap, Optional.of("b.tail.example")))
                .containsExactly("100.64.0.2/32", "100.64.0.3/32", "0.0.0.0/0", "10.1.0.0/16");
        assertThat(allowed(netmap, Optional.empty()))
                .as("who takes no way out takes no packet from everywhere either")
                .containsExactly("100.64.0.2/32", "100.64.0.3/32", "10.1.0.0/16");
    }

    private static List<String> allowed(Netmap netmap, Optional<String> wayOut) {
        return Configuration.peers(wayOut)
                .with(netmap, Set.of())
                .message()
                .lines()
                .filter(line -> line.startsWith("allowed_ip="))
                .map(line -> line.substring("allowed_ip=".length()))
                .toList();
    }

    private static Netmap netmap(String key) throws Exception {
        return NetmapReader.read("""
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]},
                 "peers": [{"name": "other", "addresses": ["100.64.0.2", "fd7a::2"], "allowedRoutes": ["10.1.0.0/16"],
                   "key": "%s", "endpoint": "192.0.2.1:51820"}]}
                """.formatted(key).getBytes(StandardCharsets.UTF_8));
    }
}
