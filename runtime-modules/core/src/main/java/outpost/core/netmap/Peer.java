package outpost.core.netmap;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Another node of the network.
 *
 * @param name one DNS label in lower case, unlike that of any other node
 * @param addresses its addresses in the mesh, at least one, unlike those of any other node
 * @param allowedRoutes ranges beyond its own addresses that may be reached through it; a default range makes it a way out
 * @param online whether the network has heard of it lately
 * @param key its public key, 32 bytes in Base64
 * @param endpoint where it is reached outside the mesh
 * @param peerApi the port of its HTTP interface for other nodes; empty when it has none
 */
public record Peer(
        String name,
        List<InetAddress> addresses,
        List<IpPrefix> allowedRoutes,
        boolean online,
        Optional<String> key,
        Optional<InetSocketAddress> endpoint,
        Optional<Integer> peerApi) {
    public Peer {
        addresses = List.copyOf(addresses);
        allowedRoutes = List.copyOf(allowedRoutes);
    }

    /** Whether it offers a way to everywhere. */
    public boolean offersExit() {
        return allowedRoutes.stream().anyMatch(IpPrefix::isDefault);
    }
}
