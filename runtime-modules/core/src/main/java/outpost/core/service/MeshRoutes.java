package outpost.core.service;

import outpost.core.netmap.IpPrefix;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * The operating system's ways into the mesh, beyond those to the nodes themselves. Ranges hold while the node is up; they are
 * remembered while it is down. Safe for use by several threads.
 */
public interface MeshRoutes {
    /**
     * Sends these ranges into the mesh, and no longer those that the same feature asked for before. Returns when the system has
     * them, if the node is up.
     *
     * @throws IOException if the system refused one; to be asked for again then
     */
    void accept(String feature, Collection<IpPrefix> ranges) throws IOException;

    /** What is asked for now, by the feature that asked; whether the system has it, health says. */
    SortedMap<String, List<IpPrefix>> accepted();
}
