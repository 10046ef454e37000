package outpost.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A member without Outpost: wireguard-go, told by {@code wg} who the others are. */
public final class PlainPeer implements AutoCloseable {
    private static final int PORT = 51_820;

    private final Host host;
    private final String device;
    private final int number;
    private final RunningProgram program;
    private final String key;

    private PlainPeer(Host host, String device, int number, RunningProgram program, String key) {
        this.host = host;
        this.device = device;
        this.number = number;
        this.program = program;
        this.key = key;
    }

    /** Makes a key, and starts wireguard-go with it. */
    static PlainPeer start(Host host, String device, int number) {
        Path secret = host.folder().resolve("key");
        // The secret stands in no transcript.
        host.must("sh", "-c", "umask 077 && wg genkey > " + secret);
        String key = host.must("sh", "-c", "wg pubkey < " + secret).text().strip();
        RunningProgram program = host.start("wireguard-go.log", "wireguard-go", "-f", device);
        try {
            Path socket = Path.of("/var/run/wireguard", device + ".sock");
            Await.until(
                    Duration.ofSeconds(20), () -> "no " + socket + ": " + program.log(), () -> Files.exists(socket));
            host.must("wg", "set", device, "private-key", secret.toString(), "listen-port", Integer.toString(PORT));
            return new PlainPeer(host, device, number, program, key);
        } catch (AssertionError | RuntimeException failed) {
            program.close();
            throw failed;
        }
    }

    public Host host() {
        return host;
    }

    /** The device of the mesh. */
    public String device() {
        return device;
    }

    /** In the mesh. */
    public String address() {
        return "100.64.0." + number;
    }

    /** As the control side tells the others of it. */
    public Member member() {
        return new Member(
                host.name(), List.of(address()), List.of(), key, host.address() + ":" + PORT, Optional.empty());
    }

    /** Takes the others as peers. */
    public void meet(List<Member> members) {
        host.ip("address", "add", address() + "/10", "dev", device);
        host.ip("link", "set", "dev", device, "mtu", "1420", "up");
        for (Member member : members) {
            if (!member.name().equals(host.name())) {
                List<String> words = new ArrayList<>(List.of("wg", "set", device, "peer", member.key()));
                words.addAll(List.of("endpoint", member.endpoint(), "allowed-ips"));
                words.add(member.addresses().get(0) + "/32");
                host.must(words.toArray(String[]::new));
            }
        }
    }

    @Override
    public void close() {
        program.close();
        try {
            Files.deleteIfExists(Path.of("/var/run/wireguard", device + ".sock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
