package outpost.wireguard;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.service.Offers;
import outpost.core.service.Pinger;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The feature {@code wireguard}: a device of WireGuard while the node is up, whose peers are those of the netmap. Settings:
 * {@code wireguard.program}, {@code wireguard.port}, and osrouter's {@code router.device} and {@code router.mark}, and
 * useexitnode's {@code useexitnode.peer}.
 */
public final class WireGuard implements Feature {
    private static final Path SOCKETS = Path.of("/var/run/wireguard");
    private static final int PORT = 51_820;

    /** What osrouter takes for the mark of the tunnel's own packets: the letters OP. */
    private static final int MARK = 0x4f50;

    /** Names the device while this node has one. */
    private static final String STATE = "wireguard-device";

    private final Path sockets;

    /** For the service loader. */
    public WireGuard() {
        this(SOCKETS);
    }

    /** @param sockets where the program keeps its sockets */
    WireGuard(Path sockets) {
        this.sockets = sockets;
    }

    @Override
    public String name() {
        return "wireguard";
    }

    @Override
    public Set<String> after() {
        return Set.of("c2n");
    }

    @Override
    public void publish(Node node) {
        node.publish(Pinger.class, new KernelPing());
    }

    @Override
    public void start(Node node) throws IOException {
        String program = node.settings().text("wireguard.program").orElse("wireguard-go");
        String device = node.settings().text("router.device").orElse("outpost0");
        int port = node.settings().number("wireguard.port", PORT, 1, 65_535);
        int mark = node.settings().number("router.mark", MARK, 1, Integer.MAX_VALUE);
        KeyPairOfNode key = KeyPairOfNode.of(node.store());
        String open = Base64.getEncoder().encodeToString(key.open());
        node.find(Offers.class).ifPresent(offers -> offers.offer(name(), Map.of("key", open, "port", port)));
        repair(node);
        if (program.equals("none")) {
            log(node).info("no WireGuard is started, as wireguard.program says");
            return;
        }
        ControlSocket socket = socket(device);
        Daemon daemon = new Daemon(program, device, socket, log(node));
        Optional<String> wayOut = node.settings().text("useexitnode.peer");
        Tunnel tunnel = new Tunnel(
                node,
                device,
                daemon,
                socket,
                peers -> Configuration.device(key, port, mark, wayOut).with(peers, Set.of()),
                wayOut,
                marker(node.store(), device));
        tunnel.join();
    }

    private ControlSocket socket(String device) {
        return new ControlSocket(sockets.resolve(device + ".sock"));
    }

    /** Ends what a node has left that was killed, whatever its device was called, and also where this one does not come up. */
    private void repair(Node node) throws IOException {
        Optional<byte[]> kept = node.store().read(STATE);
        if (kept.isPresent()) {
            String device = new String(kept.get(), StandardCharsets.US_ASCII);
            try {
                new Daemon("", device, socket(device), log(node)).endFormer();
                node.store().delete(STATE);
            } catch (IOException stays) {
                log(node).error("a former WireGuard could not be ended", stays);
            }
        }
    }

    /** Tells the next node of a device that this one may leave. */
    interface Marker {
        void set(boolean isThere) throws IOException;
    }

    private static Marker marker(StateStore store, String device) {
        return isThere -> {
            if (isThere) {
                store.write(STATE, device.getBytes(StandardCharsets.US_ASCII));
            } else {
                store.delete(STATE);
            }
        };
    }
}
