package outpost.wireguard;

import outpost.core.netmap.Addresses;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.Peer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What WireGuard is told, in the words of its configuration protocol (wireguard.com/xplatform): lines of key=value, an empty one at the
 * end.
 */
final class Configuration {
    private static final int KEEPALIVE_SECONDS = 25;

    private final StringBuilder lines = new StringBuilder("set=1\n");
    private final Optional<String> wayOut;

    private Configuration(Optional<String> wayOut) {
        this.wayOut = wayOut;
    }

    /**
     * Of the device itself.
     *
     * @param wayOut the peer that is this node's way out, by name or address; no other's way to everywhere is taken
     */
    static Configuration device(KeyPairOfNode key, int port, int mark, Optional<String> wayOut) {
        Configuration made = new Configuration(wayOut);
        made.line("private_key", HexFormat.of().formatHex(key.secret()));
        made.line("listen_port", Integer.toString(port));
        made.line("fwmark", Integer.toString(mark));
        made.line("replace_peers", "true");
        return made;
    }

    /** Of its peers alone. Those that stay keep their sessions. */
    static Configuration peers(Optional<String> wayOut) {
        return new Configuration(wayOut);
    }

    /** Keys of the peers that can be talked to, as the protocol spells them. */
    static SortedSet<String> keys(Netmap netmap) {
        SortedSet<String> keys = new TreeSet<>();
        netmap.peers().forEach(peer -> peer.key().ifPresent(key -> keys.add(hex(key))));
        return keys;
    }

    /** Every peer of the netmap, and of the former ones those that are no more. */
    Configuration with(Netmap netmap, Set<String> former) {
        SortedSet<String> gone = new TreeSet<>(former);
        gone.removeAll(keys(netmap));
        for (String key : gone) {
            line("public_key", key);
            line("remove", "true");
        }
        Optional<Peer> out = wayOut.flatMap(netmap::peer);
        netmap.peers().forEach(peer -> peer(peer, out.filter(peer::equals).isPresent()));
        return this;
    }

    private void peer(Peer peer, boolean isWayOut) {
        if (peer.key().isEmpty()) {
            return;
        }
        line("public_key", hex(peer.key().get()));
        peer.endpoint().ifPresent(endpoint -> {
            line("endpoint", text(endpoint));
            line("persistent_keepalive_interval", Integer.toString(KEEPALIVE_SECONDS));
        });
        line("replace_allowed_ips", "true");
        for (InetAddress address : peer.addresses()) {
            line("allowed_ip", new IpPrefix(address, address.getAddress().length * 8).toString());
        }
        // WireGuard gives a range to one peer, the last that is told: of several that are ways out it has to be the
        // chosen one.
        peer.allowedRoutes().stream()
                .filter(route -> isWayOut || !route.isDefault())
                .forEach(route -> line("allowed_ip", route.toString()));
    }

    private static String text(InetSocketAddress endpoint) {
        String address = Addresses.text(endpoint.getAddress());
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + endpoint.getPort();
    }

    private static String hex(String base64) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }

    private void line(String key, String value) {
        lines.append(key).append('=').append(value).append('\n');
    }

    /** What is written to the socket. Holds the secret key: not for logs. */
    String message() {
        return lines + "\n";
    }
}
