package outpost.ipnbus;

import outpost.core.Node;
import outpost.core.StateChanged;
import outpost.core.event.Subscription;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.NetmapChanged;
import outpost.core.service.Health;
import outpost.core.service.HealthChanged;
import outpost.core.service.Problem;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one listener is told, from the first line to the last. */
final class Feed implements AutoCloseable {
    private static final long ALIVE_MILLIS = 10_000;

    private final Watcher watcher;
    private final List<Subscription> subscriptions = new ArrayList<>();

    private Feed(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Subscribes before it looks how things are: a change in between is told twice rather than never. */
    static Feed of(Node node, Watcher watcher) {
        Feed feed = new Feed(watcher);
        feed.subscriptions.add(node.events()
                .subscribe(
                        StateChanged.class,
                        change -> watcher.offer(state(change.now().word(), change.wantRunning()))));
        feed.subscriptions.add(
                node.events().subscribe(NetmapChanged.class, change -> watcher.offer(netmap(change.now()))));
        feed.subscriptions.add(
                node.events().subscribe(HealthChanged.class, change -> watcher.offer(problems(change.problems()))));
        Map<String, Object> first = new LinkedHashMap<>(state(node.state().word(), node.wantRunning()));
        node.netmap().ifPresent(netmap -> first.putAll(netmap(netmap)));
        node.find(Health.class).ifPresent(health -> first.putAll(problems(health.problems())));
        watcher.begin(first);
        return feed;
    }

    /** Returns when the watcher has ended; fails when the listener is gone. */
    void writeTo(OutputStream out) throws IOException {
        try {
            Optional<String> line = watcher.next(ALIVE_MILLIS);
            while (line.isPresent()) {
                out.write((line.get() + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                line = watcher.next(ALIVE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }

    private static Map<String, Object> state(String word, boolean wantRunning) {
        return Map.of("state", word, "wantRunning", wantRunning);
    }

    private static Map<String, Object> netmap(Netmap netmap) {
        return Map.of(
                "netmap",
                Map.of("self", netmap.self().name(), "peers", netmap.peers().size()));
    }

    private static Map<String, Object> problems(List<Problem> problems) {
        return Map.of("problems", problems.stream().map(Problem::asJson).toList());
    }
}
