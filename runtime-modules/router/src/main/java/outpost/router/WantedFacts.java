package outpost.router;

import outpost.core.netmap.Addresses;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.Peer;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.FamilyRouted;
import outpost.router.RouterFact.Held;
import outpost.router.RouterFact.OwnAddress;
import outpost.router.RouterFact.Route;
import outpost.router.RouterFact.ServiceRoute;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a netmap asks of the operating system: the node's own addresses; routes to the address of its services, to every peer, and
 * to the ranges it has accepted from peers. A range of a family in which the node has no address has no route, since no answer could
 * come back; packets to everywhere are held then.
 */
final class WantedFacts {
    private WantedFacts() {}

    /** @param serviceDevice behind which the node's own services answer; without one their address is an address of the mesh */
    static SortedSet<RouterFact> of(Netmap netmap, Collection<IpPrefix> accepted, Optional<String> serviceDevice) {
        List<InetAddress> own = netmap.self().addresses();
        SortedSet<RouterFact> facts = new TreeSet<>();
        facts.add(new DeviceUp());
        own.forEach(address -> facts.add(new OwnAddress(address)));
        for (IpPrefix to : destinations(netmap, accepted, serviceDevice.isEmpty())) {
            first(own, to.isV4()).ifPresent(from -> {
                facts.add(new FamilyRouted(to.isV4()));
                facts.add(new Route(to, from));
            });
        }
        // Also without an address of that family, and while the device is away: whoever takes a way out means all
        // traffic.
        accepted.stream().filter(IpPrefix::isDefault).forEach(everywhere -> {
            facts.add(new FamilyRouted(everywhere.isV4()));
            facts.add(new Held(everywhere.isV4()));
        });
        serviceDevice.ifPresent(device -> {
            for (InetAddress service : List.of(Addresses.SERVICE, Addresses.SERVICE_V6)) {
                IpPrefix to = RouterFact.host(service);
                first(own, to.isV4()).ifPresent(from -> {
                    facts.add(new FamilyRouted(to.isV4()));
                    facts.add(new ServiceRoute(to, from, device));
                });
            }
        });
        return Collections.unmodifiableSortedSet(facts);
    }

    private static SortedSet<IpPrefix> destinations(Netmap netmap, Collection<IpPrefix> accepted, boolean service) {
        SortedSet<IpPrefix> destinations = new TreeSet<>(accepted);
        if (service) {
            destinations.add(RouterFact.host(Addresses.SERVICE));
            destinations.add(RouterFact.host(Addresses.SERVICE_V6));
        }
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
