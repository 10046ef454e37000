package outpost.core.service;

import outpost.core.netmap.IpPrefix;

import java.io.IOException;
import java.util.Collection;

/**
 * Lets other nodes' packets through this machine, to networks behind it, under its own address there. It holds while the node is
 * up; what is asked for is remembered while it is down. Safe for use by several threads.
 */
public interface PacketForwarding {
    /**
     * Lets packets to these ranges through, and no longer to those that the same feature asked for before. Returns when the system
     * does, if the node is up.
     *
     * @throws IOException if the system refused it
     */
    void allow(String feature, Collection<IpPrefix> ranges) throws IOException;
}
