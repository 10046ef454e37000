package outpost.core.service;

import outpost.core.netmap.IpPrefix;

import java.io.IOException;
import java.util.Collection;

/** Offers ways through this node, and lets packets take those that the network lets it offer. Safe for use by several threads. */
public interface RouteOffers {
    /**
     * Offers these ranges for a feature. To be called once, while features start.
     *
     * @throws IOException if nothing in this image tells the network
     */
    void offer(String feature, Collection<IpPrefix> ranges) throws IOException;
}
