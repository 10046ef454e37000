package outpost.useroutes;

import outpost.core.Activity;
import outpost.core.Feature;
import outpost.core.MissingServiceException;
import outpost.core.Node;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.service.Health;
import outpost.core.service.MeshRoutes;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The feature {@code useroutes}: takes the subnets that peers offer and the network lets this node use. */
public final class UseRoutes implements Feature {
    /** For the service loader. */
    public UseRoutes() {}

    @Override
    public String name() {
        return "useroutes";
    }

    @Override
    public Set<String> after() {
        return Set.of("osrouter");
    }

    @Override
    public void start(Node node) {
        try {
            node.whileRunning(name(), new Taken(node.need(MeshRoutes.class)));
        } catch (MissingServiceException none) {
            String missing = "no subnet is reached: " + none.getMessage() + "; take in osrouter";
            log(node).error(missing);
            node.find(Health.class).ifPresent(health -> health.report(name(), missing));
        }
    }

    private record Taken(MeshRoutes routes) implements Activity {
        @Override
        public void up(Netmap netmap) throws IOException {
            refresh(netmap);
        }

        @Override
        public void refresh(Netmap netmap) throws IOException {
            routes.accept(
                    "useroutes",
                    netmap.peers().stream()
                            .flatMap(peer -> peer.allowedRoutes().stream())
                            .filter(range -> !range.isDefault())
                            .filter(range -> !netmap.self().advertisedRoutes().contains(range))
                            .distinct()
                            .toList());
        }

        @Override
        public void down() throws IOException {
            routes.accept("useroutes", List.<IpPrefix>of());
        }
    }
}
