package outpost.router;

import outpost.core.netmap.Addresses;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.Peer;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.FamilyRouted;
import outpost.router.RouterFact.OwnAddress;
import outpost.router.RouterFact.Route;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a netmap asks of the operating system: the node's own addresses; routes to the address of its services, to every peer, and
 * to the ranges it has accepted from peers. A range of a family in which the node has no address is left out: no answer could
 * come back.
 */
final class WantedFacts {
    private WantedFacts() {}

    static SortedSet<RouterFact> of(Netmap netmap, Collection<IpPrefix> accepted) {
        List<InetAddress> own = netmap.self().addresses();
        SortedSet<RouterFact> facts = new TreeSet<>();
        facts.add(new DeviceUp());
        own.forEach(address -> facts.add(new OwnAddress(address)));
        for (IpPrefix to : destinations(netmap, accepted)) {
            first(own, to.isV4()).ifPresent(from -> {
                facts.add(new FamilyRouted(to.isV4()));
                facts.add(new Route(to, from));
            });
        }
        return Collections.unmodifiableSortedSet(facts);
    }

    private static SortedSet<IpPrefix> destinations(Netmap netmap, Collection<IpPrefix> accepted) {
        SortedSet<IpPrefix> destinations = new TreeSet<>(accepted);
        destinations.add(RouterFact.host(Addresses.SERVICE));
        for (Peer peer : netmap.peers()) {
            peer.addresses().forEach(address -> destinations.add(RouterFact.host(address)));
        }
        netmap.self().addresses().forEach(address -> destinations.remove(RouterFact.host(address)));
        return destinations;
    }

    private static Optional<InetAddress> first(List<InetAddress> own, boolean v4) {
        return own.stream()
                .filter(address -> address.getAddress().length == 4 == v4)
                .findFirst();
    }
}
