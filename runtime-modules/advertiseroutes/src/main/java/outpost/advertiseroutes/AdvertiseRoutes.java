package outpost.advertiseroutes;

import outpost.core.Activity;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.SettingException;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.service.Offers;
import outpost.core.service.PacketForwarding;
import outpost.core.service.RouteOffers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The feature {@code advertiseroutes}: offers the subnets of the setting {@code advertiseroutes.ranges}, and what other features have
 * it offer, and lets packets through to those that the network lets it offer.
 */
public final class AdvertiseRoutes implements Feature, RouteOffers {
    private Optional<Node> node = Optional.empty();

    /** For the service loader. */
    public AdvertiseRoutes() {}

    @Override
    public String name() {
        return "advertiseroutes";
    }

    @Override
    public Set<String> after() {
        return Set.of("c2n", "iptables", "osrouter");
    }

    @Override
    public void start(Node here) throws IOException {
        node = Optional.of(here);
        List<IpPrefix> ranges = new ArrayList<>();
        for (String text : here.settings().list("advertiseroutes.ranges")) {
            ranges.add(IpPrefix.parse(text)
                    .filter(range -> !range.isDefault())
                    .orElseThrow(() -> new SettingException(
                            "advertiseroutes.ranges", "\"" + text + "\" is no subnet, as 192.168.1.0/24 is")));
        }
        if (!ranges.isEmpty()) {
            offer(name(), ranges);
        }
    }

    @Override
    public void offer(String feature, Collection<IpPrefix> ranges) throws IOException {
        Node here = node.orElseThrow();
        here.need(Offers.class)
                .offer(
                        feature,
                        Map.of("ranges", ranges.stream().map(IpPrefix::toString).toList()));
        Optional<PacketForwarding> forwarding = here.find(PacketForwarding.class);
        if (forwarding.isEmpty()) {
            here.log(feature).info("packets pass where the system forwards them; nothing in this image has it do so");
        } else {
            here.whileRunning(feature, new Granted(forwarding.get(), feature, List.copyOf(ranges)));
        }
    }

    /** What is offered and what the network lets this node offer. */
    private record Granted(PacketForwarding forwarding, String feature, List<IpPrefix> ranges) implements Activity {
        @Override
        public void up(Netmap netmap) throws IOException {
            refresh(netmap);
        }

        @Override
        public void refresh(Netmap netmap) throws IOException {
            forwarding.allow(
                    feature,
                    ranges.stream()
                            .filter(netmap.self().advertisedRoutes()::contains)
                            .toList());
        }

        @Override
        public void down() throws IOException {
            forwarding.allow(feature, List.of());
        }
    }
}
