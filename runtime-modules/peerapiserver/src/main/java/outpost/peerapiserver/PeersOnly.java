package outpost.peerapiserver;

import outpost.core.count.Tally;
import outpost.core.http.Admission;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.Peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets in whoever calls from an address that the netmap gives to a peer, each on so many connections at a time that none can take
 * the places of all others. The mesh itself sees to it that nobody else can send from there.
 */
final class PeersOnly implements Admission {
    /** A node asks with eight at once. */
    static final int MOST_OF_ONE = 16;

    /** Why somebody is not let in. */
    enum Why {
        STRANGER,
        CROWD
    }

    private final Supplier<Optional<Netmap>> netmap;
    private final Tally<Why> refused = new Tally<>(Why.class);
    private final Map<String, Integer> held = new HashMap<>();

    /** @param netmap the one that holds now; where there is none, nobody is a peer */
    PeersOnly(Supplier<Optional<Netmap>> netmap) {
        this.netmap = netmap;
    }

    Tally<Why> refused() {
        return refused;
    }

    @Override
    public Optional<Place> admit(SocketChannel connection) {
        Optional<String> peer = caller(connection).map(Peer::name);
        if (peer.isEmpty()) {
            refused.count(Why.STRANGER);
            return Optional.empty();
        }
        if (!take(peer.get())) {
            refused.count(Why.CROWD);
            return Optional.empty();
        }
        return Optional.of(() -> release(peer.get()));
    }

    private Optional<Peer> caller(SocketChannel connection) {
        try {
            InetAddress from = ((InetSocketAddress) connection.getRemoteAddress()).getAddress();
            return netmap.get().flatMap(now -> now.peer(from));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private synchronized boolean take(String peer) {
        int count = held.getOrDefault(peer, 0);
        if (count < MOST_OF_ONE) {
            held.put(peer, count + 1);
        }
        return count < MOST_OF_ONE;
    }

    private synchronized void release(String peer) {
        held.computeIfPresent(peer, (name, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public String refusal() {
        return "only nodes of this network are answered, from their addresses in it, each on " + MOST_OF_ONE
                + " connections at a time";
    }
}
