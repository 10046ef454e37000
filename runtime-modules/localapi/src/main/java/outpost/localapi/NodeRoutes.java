package outpost.localapi;

import outpost.core.Node;
import outpost.core.Version;
import outpost.core.http.HttpResponse;
import outpost.core.netmap.Addresses;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Peer;
import outpost.core.netmap.Self;
import outpost.core.service.LocalApi;
import outpost.core.service.LocalApi.Permission;
import outpost.core.service.MeshRoutes;
import outpost.core.service.Offers;

import java.net.InetAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the local API says about the node itself, and the two things it does with it. */
final class NodeRoutes {
    private final Node node;

    NodeRoutes(Node node) {
        this.node = node;
    }

    void addTo(LocalApi api) {
        api.route(
                "GET",
                "/v1/version",
                Permission.READ,
                request -> HttpResponse.json(200, Map.of("version", Version.current())));
        api.route(
                "GET",
                "/v1/features",
                Permission.READ,
                request -> HttpResponse.json(200, Map.of("features", node.features())));
        api.route("GET", "/v1/status", Permission.READ, request -> HttpResponse.json(200, status()));
        api.route("POST", "/v1/up", Permission.WRITE, request -> {
            node.up();
            return state();
        });
        api.route("POST", "/v1/down", Permission.WRITE, request -> {
            node.down();
            return state();
        });
    }

    private HttpResponse state() {
        return HttpResponse.json(200, Map.of("state", node.state().word(), "wantRunning", node.wantRunning()));
    }

    private Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("version", Version.current());
        status.put("state", node.state().word());
        status.put("wantRunning", node.wantRunning());
        node.netmap().ifPresent(netmap -> {
            status.put("self", self(netmap.self()));
            status.put("peers", netmap.peers().stream().map(NodeRoutes::peer).toList());
        });
        node.find(Offers.class).ifPresent(offers -> status.put("offers", offers.current()));
        node.find(MeshRoutes.class).ifPresent(routes -> status.put("accepted", ranges(routes)));
        status.put("counters", node.counters().read());
        return status;
    }

    private static Map<String, List<String>> ranges(MeshRoutes routes) {
        Map<String, List<String>> ranges = new TreeMap<>();
        routes.accepted()
                .forEach((feature, accepted) -> ranges.put(
                        feature, accepted.stream().map(IpPrefix::toString).toList()));
        return ranges;
    }

    private static Map<String, Object> self(Self self) {
        return Map.of(
                "name", self.name(),
                "dnsSuffix", self.dnsSuffix(),
                "addresses", texts(self.addresses()),
                "advertisedRoutes",
                        self.advertisedRoutes().stream().map(Object::toString).toList());
    }

    private static Map<String, Object> peer(Peer peer) {
        return Map.of(
                "name", peer.name(),
                "addresses", texts(peer.addresses()),
                "allowedRoutes",
                        peer.allowedRoutes().stream().map(Object::toString).toList(),
                "online", peer.online(),
                "offersExit", peer.offersExit());
    }

    private static List<String> texts(Collection<InetAddress> addresses) {
        return addresses.stream().map(Addresses::text).toList();
    }
}
