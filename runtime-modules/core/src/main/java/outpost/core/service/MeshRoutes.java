package outpost.core.service;

import outpost.core.netmap.IpPrefix;

import java.io.IOException;
import java.util.Collection;

/**
 * The operating system's ways into the mesh, beyond those to the nodes themselves. Ranges hold while the node is up; they are
 * remembered while it is down. Safe for use by several threads.
 */
public interface MeshRoutes {
    /**
     * Sends these ranges into the mesh, and no longer those that the same feature asked for before. Returns when the system has
     * them, if the node is up.
     *
     * @throws IOException if the system refused one; it is tried again by itself
     */
    void accept(String feature, Collection<IpPrefix> ranges) throws IOException;
}
