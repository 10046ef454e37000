package outpost.core.netmap;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is in the network.
 *
 * @param peers every other node, sorted by name
 */
public record Netmap(Self self, List<Peer> peers) {
    public Netmap {
        peers = List.copyOf(peers);
    }

    /** The peer with this name, with or without the suffix, or with this address. Time grows with the number of peers. */
    public Optional<Peer> peer(String nameOrAddress) {
        Optional<InetAddress> address = Addresses.parse(nameOrAddress);
        if (address.isPresent()) {
            return peer(address.get());
        }
        String name = nameOrAddress.toLowerCase(Locale.ROOT);
        return peers.stream()
                .filter(peer -> name.equals(peer.name()) || name.equals(fullName(peer.name())))
                .findFirst();
    }

    /** The peer whose own address this is. */
    public Optional<Peer> peer(InetAddress address) {
        return peers.stream().filter(peer -> peer.addresses().contains(address)).findFirst();
    }

    /** A node's name with the network's suffix, without a dot at the end. */
    public String fullName(String name) {
        return name + "." + self.dnsSuffix();
    }
}
