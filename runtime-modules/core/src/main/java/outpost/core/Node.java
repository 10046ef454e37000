package outpost.core;

import outpost.core.event.EventBus;
import outpost.core.log.Log;
import outpost.core.netmap.Netmap;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a node offers its features. Safe for use by several threads. */
public interface Node {
    /** The names of the features in this node, sorted. */
    List<String> features();

    Settings settings();

    StateStore store();

    /** {@link NodeReady}, {@link StateChanged}, {@code NetmapChanged}, {@code HealthChanged}, and what features add. */
    EventBus events();

    /** The log of one source, as a rule a feature's name. */
    Log log(String source);

    /** The last netmap that could be read; empty until there is one. */
    Optional<Netmap> netmap();

    NodeState state();

    /** Whether somebody wants the node to run; remembered across a restart. */
    boolean wantRunning();

    /** Remembers that the node should run and begins to bring it up; {@link StateChanged} tells how far it is. */
    void up() throws IOException;

    /** Remembers that the node should not run and begins to bring it down. */
    void down() throws IOException;

    /** Takes part in going up and down, in the order of the features. To be called while features start. */
    void whileRunning(String feature, Activity activity);

    /**
     * Offers a service to all features. To be called in {@link Feature#publish}.
     *
     * @throws IllegalStateException if another feature offers it already
     */
    <T> void publish(Class<T> type, T service);

    /** The service of that type; empty when no feature in this image offers it. Complete once features start. */
    <T> Optional<T> find(Class<T> type);
}
