package outpost.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A member of the mesh, as the control side tells the others of it.
 *
 * @param routes what may be reached through it, beyond itself
 * @param endpoint where it is reached outside the mesh
 * @param peerApi the port on which it answers the others; empty where it does not
 */
public record Member(
        String name,
        List<String> addresses,
        List<String> routes,
        String key,
        String endpoint,
        Optional<Integer> peerApi) {
    public Member {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
    }

    /** As in the netmaps of others. */
    Map<String, Object> asPeer() {
        Map<String, Object> peer = new TreeMap<>();
        peer.put("name", name);
        peer.put("addresses", addresses);
        peer.put("allowedRoutes", routes);
        peer.put("online", true);
        peer.put("key", key);
        peer.put("endpoint", endpoint);
        peerApi.ifPresent(port -> peer.put("peerApi", port));
        return peer;
    }

    /** As in its own netmap. */
    Map<String, Object> asSelf() {
        return Map.of(
                "name",
                name,
                "dnsSuffix",
                Control.SUFFIX,
                "addresses",
                addresses,
                "advertisedRoutes",
                routes,
                "key",
                key);
    }
}
