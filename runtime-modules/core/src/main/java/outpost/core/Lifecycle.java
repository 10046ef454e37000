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
import java.util.function.LongSupplier;

/**
 * Brings the node where it is wanted: stopped → starting → running → stopping → stopped. What is wanted is written to disk before
 * it is acted on. An activity that fails while the node runs is tried again after {@link Member#PAUSES}, until it does not fail or the
 * node stops; one whose work somebody else has undone does it again. Apart from {@link #want}, called on the node's thread only.
 */
final class Lifecycle {
    private static final String KEY = "want-running";

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private final StateStore store;
    private final EventBus events;
    private final Published services;
    private final Log log;
    private final LongSupplier clock;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private volatile NodeState state = NodeState.STOPPED;
    private volatile boolean wanted;

    /** @param clock nanoseconds that only go on */
    Lifecycle(StateStore store, EventBus events, Published services, Log log, LongSupplier clock) throws IOException {
        this.store = store;
        this.events = events;
        this.services = services;
        this.log = log;
        this.clock = clock;
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

    Member join(String feature, Activity activity) {
        Member joined = new Member(feature, activity);
        members.add(joined);
        return joined;
    }

    synchronized void want(boolean running) throws IOException {
        if (wanted != running) {
            store.write(KEY, Boolean.toString(running).getBytes(StandardCharsets.UTF_8));
            wanted = running;
            events.emit(new StateChanged(state, state, running));
        }
    }

    /** Goes as far towards what is wanted as the netmap lets it, and does again what failed long enough ago or holds no longer. */
    void settle(Optional<Netmap> netmap) {
        if (!wanted) {
            stop();
        } else if (state == NodeState.STOPPED) {
            go(NodeState.STARTING);
        }
        if (wanted && state == NodeState.STARTING && netmap.isPresent()) {
            members.forEach(member -> step(member, netmap.get()));
            go(NodeState.RUNNING);
        } else if (state == NodeState.RUNNING) {
            netmap.ifPresent(this::look);
        }
    }

    void refresh(Netmap netmap) {
        if (state == NodeState.RUNNING) {
            members.forEach(member -> {
                member.begin();
                step(member, netmap);
            });
        }
    }

    /** What one activity had set no longer holds: it takes its step at once. */
    void again(Member member, Optional<Netmap> netmap) {
        if (state == NodeState.RUNNING) {
            member.begin();
            netmap.ifPresent(now -> step(member, now));
        }
    }

    private void look(Netmap netmap) {
        for (Member member : members) {
            // Asked anew for each, since those before may have taken their time.
            if (member.isDue(clock.getAsLong()) || member.failure().isEmpty() && !holds(member)) {
                step(member, netmap);
            }
        }
    }

    private boolean holds(Member member) {
        try {
            return member.activity().holds();
        } catch (IOException | RuntimeException | Error e) {
            failed(member, e);
            return true;
        }
    }

    /** Takes everything down in reverse, whatever is wanted. */
    void stop() {
        if (state == NodeState.RUNNING) {
            go(NodeState.STOPPING);
            for (int i = members.size() - 1; i >= 0; i--) {
                Member member = members.get(i);
                attempt(member, member.activity()::down);
                member.over();
            }
        }
        if (state != NodeState.STOPPED) {
            go(NodeState.STOPPED);
        }
    }

    /** What could not come up has to come up first, however many netmaps there were since. */
    private void step(Member member, Netmap netmap) {
        Step step = member.isUp()
                ? () -> member.activity().refresh(netmap)
                : () -> {
                    member.activity().up(netmap);
                    member.cameUp();
                };
        boolean failedBefore = member.failure().isPresent();
        if (attempt(member, step) && failedBefore) {
            log.info(member.feature() + " works again");
        }
    }

    private boolean attempt(Member member, Step step) {
        try {
            step.run();
            member.succeeded();
            services.find(Health.class).ifPresent(open -> open.clear(member.feature()));
            return true;
        } catch (IOException | RuntimeException | Error e) {
            // An error is that feature's alone as well, such as a native library that this platform has no file of.
            failed(member, e);
            return false;
        }
    }

    private void failed(Member member, Throwable why) {
        String how = Causes.text(why);
        if (!member.failure().equals(Optional.of(how))) {
            log.error(member.feature() + " failed while the node was " + state.word(), why);
        }
        member.failed(how, clock.getAsLong());
        try {
            services.find(Health.class).ifPresent(open -> open.report(member.feature(), how));
        } catch (RuntimeException | Error unheard) {
            // Those that come after this member have to go down, or up, whether or not it is heard.
            log.error("health does not take it", unheard);
        }
    }

    private void go(NodeState next) {
        NodeState before = state;
        state = next;
        log.info("now " + next.word());
        events.emit(new StateChanged(before, next, wanted));
    }
}
