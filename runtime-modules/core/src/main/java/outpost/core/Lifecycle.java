package outpost.core;

import outpost.core.event.EventBus;
import outpost.core.log.Causes;
import outpost.core.log.Log;
import outpost.core.netmap.Netmap;
import outpost.core.service.Health;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Brings the node where it is wanted: stopped → starting → running → stopping → stopped. What is wanted is written to disk before
 * it is acted on. Apart from {@link #want}, called on the node's thread only.
 */
final class Lifecycle {
    private static final String KEY = "want-running";

    private record Member(String feature, Activity activity) {}

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private final StateStore store;
    private final EventBus events;
    private final Published services;
    private final Log log;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private volatile NodeState state = NodeState.STOPPED;
    private volatile boolean wanted;

    Lifecycle(StateStore store, EventBus events, Published services, Log log) throws IOException {
        this.store = store;
        this.events = events;
        this.services = services;
        this.log = log;
        this.wanted = store.read(KEY)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).equals("true"))
                .orElse(false);
    }

    NodeState state() {
        return state;
    }

    boolean wanted() {
        return wanted;
    }

    void join(String feature, Activity activity) {
        members.add(new Member(feature, activity));
    }

    synchronized void want(boolean running) throws IOException {
        if (wanted != running) {
            store.write(KEY, Boolean.toString(running).getBytes(StandardCharsets.UTF_8));
            wanted = running;
            events.emit(new StateChanged(state, state, running));
        }
    }

    /** Goes as far towards what is wanted as the netmap lets it. */
    void settle(Optional<Netmap> netmap) {
        if (!wanted) {
            stop();
        } else if (state == NodeState.STOPPED) {
            go(NodeState.STARTING);
        }
        if (wanted && state == NodeState.STARTING && netmap.isPresent()) {
            for (Member member : members) {
                attempt(member, () -> member.activity().up(netmap.get()));
            }
            go(NodeState.RUNNING);
        }
    }

    void refresh(Netmap netmap) {
        if (state == NodeState.RUNNING) {
            for (Member member : members) {
                attempt(member, () -> member.activity().refresh(netmap));
            }
        }
    }

    /** Takes everything down in reverse, whatever is wanted. */
    void stop() {
        if (state == NodeState.RUNNING) {
            go(NodeState.STOPPING);
            for (int i = members.size() - 1; i >= 0; i--) {
                Member member = members.get(i);
                attempt(member, member.activity()::down);
            }
        }
        if (state != NodeState.STOPPED) {
            go(NodeState.STOPPED);
        }
    }

    private void attempt(Member member, Step step) {
        try {
            step.run();
            services.find(Health.class).ifPresent(health -> health.clear(member.feature()));
        } catch (IOException | RuntimeException e) {
            log.error(member.feature() + " failed while the node was " + state.word(), e);
            services.find(Health.class).ifPresent(health -> health.report(member.feature(), Causes.text(e)));
        }
    }

    private void go(NodeState next) {
        NodeState before = state;
        state = next;
        log.info("now " + next.word());
        events.emit(new StateChanged(before, next, wanted));
    }
}
