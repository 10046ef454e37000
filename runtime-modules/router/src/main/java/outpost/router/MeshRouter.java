package outpost.router;

import outpost.core.Activity;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.service.MeshRoutes;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps the operating system's addresses and routes as the netmap and the accepted routes want them while the node is up, and
 * takes them all away when it goes down. What failed is tried again at each change, and by the node after a while: the device may
 * come late.
 */
final class MeshRouter implements Activity, MeshRoutes {
    private final Convergence convergence;
    private final Map<String, List<IpPrefix>> accepted = new TreeMap<>();
    private Optional<String> serviceDevice = Optional.empty();
    private Optional<Netmap> netmap = Optional.empty();

    MeshRouter(Convergence convergence) {
        this.convergence = convergence;
    }

    @Override
    public void up(Netmap now) throws IOException {
        refresh(now);
    }

    @Override
    public synchronized void refresh(Netmap now) throws IOException {
        netmap = Optional.of(now);
        converge();
    }

    @Override
    public synchronized void down() throws IOException {
        netmap = Optional.empty();
        converge();
    }

    @Override
    public synchronized void accept(String feature, Collection<IpPrefix> ranges) throws IOException {
        if (ranges.isEmpty()) {
            accepted.remove(feature);
        } else {
            accepted.put(feature, List.copyOf(ranges));
        }
        if (netmap.isPresent()) {
            converge();
        }
    }

    @Override
    public synchronized SortedMap<String, List<IpPrefix>> accepted() {
        return new TreeMap<>(accepted);
    }

    /** Behind which device the node's own services answer. To be said before the node comes up. */
    synchronized void serviceDevice(String device) {
        serviceDevice = Optional.of(device);
    }

    /** The device was made anew: all that stood on the former one is set again with the next step. */
    synchronized void deviceReplaced() {
        convergence.forget();
    }

    private void converge() throws IOException {
        List<String> failures = convergence.converge(wanted());
        if (!failures.isEmpty()) {
            String more = failures.size() == 1 ? "" : " (and " + (failures.size() - 1) + " more)";
            throw new IOException(failures.get(0) + more + "; if the device has another name, set router.device");
        }
    }

    private SortedSet<RouterFact> wanted() {
        if (netmap.isEmpty()) {
            return Collections.emptySortedSet();
        }
        SortedSet<IpPrefix> ranges = new TreeSet<>();
        accepted.values().forEach(ranges::addAll);
        return WantedFacts.of(netmap.get(), ranges, serviceDevice);
    }
}
