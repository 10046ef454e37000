package outpost.router;

import outpost.core.netmap.Addresses;
import outpost.core.netmap.IpPrefix;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One thing that shall hold on the mesh device. Their order is the order in which they are established; they are withdrawn the
 * other way round.
 */
public sealed interface RouterFact extends Comparable<RouterFact> {
    /** The device carries packets. Whoever made the device takes it down again. */
    record DeviceUp() implements RouterFact {}

    /** The device has this address, alone in its range. */
    record OwnAddress(InetAddress address) implements RouterFact {}

    /** The system looks at the mesh's routes of this family at all. */
    record FamilyRouted(boolean v4) implements RouterFact {}

    /** Packets of this family that no other route of the mesh takes go nowhere, rather than past it. */
    record Held(boolean v4) implements RouterFact {}

    /**
     * Packets to a range go to the device.
     *
     * @param from the node's own address of that family, from which it sends
     */
    record Route(IpPrefix to, InetAddress from) implements RouterFact {}

    /**
     * Packets to the node's own services go to the device behind which they answer.
     *
     * @param from the node's own address of that family, from which it asks
     */
    record ServiceRoute(IpPrefix to, InetAddress from, String device) implements RouterFact {}

    @Override
    default int compareTo(RouterFact other) {
        int byRank = Integer.compare(rank(this), rank(other));
        if (byRank != 0) {
            return byRank;
        }
        if (this instanceof Route mine && other instanceof Route theirs) {
            return Comparator.comparing(Route::to)
                    .thenComparing(route -> route.from().getAddress(), Arrays::compareUnsigned)
                    .compare(mine, theirs);
        }
        if (this instanceof ServiceRoute mine && other instanceof ServiceRoute theirs) {
            return Comparator.comparing(ServiceRoute::to)
                    .thenComparing(route -> route.from().getAddress(), Arrays::compareUnsigned)
                    .thenComparing(ServiceRoute::device)
                    .compare(mine, theirs);
        }
        if (this instanceof OwnAddress mine && other instanceof OwnAddress theirs) {
            return host(mine.address()).compareTo(host(theirs.address()));
        }
        if (this instanceof FamilyRouted mine && other instanceof FamilyRouted theirs) {
            return Boolean.compare(theirs.v4(), mine.v4());
        }
        if (this instanceof Held mine && other instanceof Held theirs) {
            return Boolean.compare(theirs.v4(), mine.v4());
        }
        return 0;
    }

    /** The range that holds this address alone. */
    static IpPrefix host(InetAddress address) {
        return new IpPrefix(address, address.getAddress().length * 8);
    }

    /** An address as every system's commands take it. */
    static String text(InetAddress address) {
        return Addresses.text(address);
    }

    private static int rank(RouterFact fact) {
        if (fact instanceof DeviceUp) {
            return 0;
        }
        if (fact instanceof OwnAddress) {
            return 1;
        }
        if (fact instanceof FamilyRouted) {
            return 2;
        }
        if (fact instanceof Held) {
            return 3;
        }
        return fact instanceof Route ? 4 : 5;
    }
}
