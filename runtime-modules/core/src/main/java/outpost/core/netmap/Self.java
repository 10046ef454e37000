package outpost.core.netmap;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * This node, as the network sees it.
 *
 * @param name one DNS label in lower case
 * @param dnsSuffix what stands behind every name of this network, such as {@code tail.example}; no dot at either end
 * @param addresses this node's addresses in the mesh, at least one
 * @param advertisedRoutes ranges that the network lets this node offer
 * @param key its public key, 32 bytes in Base64
 */
public record Self(
        String name,
        String dnsSuffix,
        List<InetAddress> addresses,
        List<IpPrefix> advertisedRoutes,
        Optional<String> key) {
    public Self {
        addresses = List.copyOf(addresses);
        advertisedRoutes = List.copyOf(advertisedRoutes);
    }
}
