package outpost.core;

import outpost.core.count.Counters;
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

    /** What features count, for whoever tells figures of this node. */
    Counters counters();

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

    /**
     * Takes part in going up and down, in the order of the features. To be called while features start.
     *
     * @return to be run by any thread when what the activity has set no longer holds: it is told the netmap again, soon and, where
     *     that fails, once more and again, as after any other failure. While the node is down it does nothing
     */
    Runnable whileRunning(String feature, Activity activity);

    /**
     * Offers a service to all features. To be called in {@link Feature#publish}.
     *
     * @throws IllegalStateException if another feature offers it already
     */
    <T> void publish(Class<T> type, T service);

    /**
     * The service of that type, for who does more with it and can do without; empty when no feature in this image offers it. Complete
     * once features start.
     */
    <T> Optional<T> find(Class<T> type);

    /**
     * The service of that type, published or else of the feature whose module declares that it provides it, for who cannot do without. To be called once features start.
     *
     * @throws MissingServiceException if no module of this image provides it
     */
    <T> T need(Class<T> type) throws MissingServiceException;
}
