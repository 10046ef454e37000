package outpost.router;

import outpost.core.Activity;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.service.MeshRoutes;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the operating system's addresses and routes as the netmap and the accepted routes want them while the node is up, and
 * takes them all away when it goes down. What failed is tried again at each change, and by itself after a while: the device may
 * come late.
 */
final class MeshRouter implements Activity, MeshRoutes {
    /** Told how each attempt ended that nobody waits for; empty when all is well. */
    @FunctionalInterface
    interface LateOutcome {
        void is(Optional<String> failure);
    }

    private final Convergence convergence;
    private final Duration patience;
    private final LateOutcome late;
    private final Map<String, List<IpPrefix>> accepted = new TreeMap<>();
    private final ScheduledThreadPoolExecutor retries = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "outpost-router");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<Netmap> netmap = Optional.empty();
    private Optional<ScheduledFuture<?>> retry = Optional.empty();

    /** @param patience how long after a failure it is tried again */
    MeshRouter(Convergence convergence, Duration patience, LateOutcome late) {
        this.convergence = convergence;
        this.patience = patience;
        this.late = late;
        retries.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void up(Netmap now) throws IOException {
        refresh(now);
    }

    @Override
    public synchronized void refresh(Netmap now) throws IOException {
        netmap = Optional.of(now);
        convergeOrFail();
    }

    @Override
    public synchronized void down() throws IOException {
        netmap = Optional.empty();
        convergeOrFail();
    }

    @Override
    public synchronized void accept(String feature, Collection<IpPrefix> ranges) throws IOException {
        accepted.put(feature, List.copyOf(ranges));
        if (netmap.isPresent()) {
            convergeOrFail();
        }
    }

    /** Ends the retries. Whatever still holds stays as it is, so {@link #down} comes first. */
    void close() {
        retries.shutdownNow();
    }

    private void convergeOrFail() throws IOException {
        Optional<String> failure = converge();
        if (failure.isPresent()) {
            throw new IOException(failure.get());
        }
    }

    private Optional<String> converge() {
        retry.ifPresent(pending -> pending.cancel(false));
        retry = Optional.empty();
        List<String> failures = convergence.converge(wanted());
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        if (netmap.isPresent() && !retries.isShutdown()) {
            retry = Optional.of(retries.schedule(this::tryAgain, patience.toMillis(), TimeUnit.MILLISECONDS));
        }
        String more = failures.size() == 1 ? "" : " (and " + (failures.size() - 1) + " more)";
        return Optional.of(failures.get(0) + more + "; it is tried again every " + patience.toSeconds()
                + " s; if the device has another name, set router.device");
    }

    private synchronized void tryAgain() {
        if (netmap.isPresent()) {
            late.is(converge());
        }
    }

    private SortedSet<RouterFact> wanted() {
        if (netmap.isEmpty()) {
            return Collections.emptySortedSet();
        }
        SortedSet<IpPrefix> ranges = new TreeSet<>();
        accepted.values().forEach(ranges::addAll);
        return WantedFacts.of(netmap.get(), ranges);
    }
}
