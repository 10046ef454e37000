package outpost.advertiseexitnode;

import outpost.core.Feature;
import outpost.core.MissingServiceException;
import outpost.core.Node;
import outpost.core.netmap.IpPrefix;
import outpost.core.service.ExitDns;
import outpost.core.service.Health;
import outpost.core.service.RouteOffers;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The feature {@code advertiseexitnode}: offers this node as the way to everywhere, where the setting {@code advertiseexitnode} is
 * true. Peers' questions of DNS are then answered through the peer API.
 */
public final class AdvertiseExitNode implements Feature {
    private static final List<IpPrefix> EVERYWHERE = List.of(
            IpPrefix.parse("0.0.0.0/0").orElseThrow(), IpPrefix.parse("::/0").orElseThrow());

    /** For the service loader. */
    public AdvertiseExitNode() {}

    @Override
    public String name() {
        return "advertiseexitnode";
    }

    @Override
    public Set<String> after() {
        return Set.of("advertiseroutes", "peerapiserver");
    }

    @Override
    public void start(Node node) throws IOException {
        if (!node.settings().flag("advertiseexitnode", false)) {
            return;
        }
        node.need(RouteOffers.class).offer(name(), EVERYWHERE);
        try {
            node.need(ExitDns.class).serve();
        } catch (MissingServiceException none) {
            // Packets pass all the same, which is what hides it.
            String missing =
                    "whoever takes this way out finds no names: " + none.getMessage() + "; take in peerapiserver";
            log(node).error(missing);
            node.find(Health.class).ifPresent(health -> health.report(name() + "-dns", missing));
        }
    }
}
