package outpost.core;

import outpost.core.netmap.Netmap;

import java.io.IOException;

/**
 * What a feature does while the network is up. All is called on one thread of the node, never at once. A failure becomes a problem in
 * health under the feature's name and does not stop the others. While the node is up, what failed is called again until it does not
 * fail: after half a second, one, two, then every five, and with each netmap.
 */
public interface Activity {
    /**
     * The node comes up. If this fails it is called again, and finds what it had done until then; {@link #down} is called all the
     * same when the node goes down.
     */
    void up(Netmap netmap) throws IOException;

    /** The netmap has changed while the node is up, or the former call failed; only after {@link #up} did not fail. */
    default void refresh(Netmap netmap) throws IOException {}

    /**
     * Whether what was set still holds, where somebody else may change it. Asked twice a second while the node is up and the activity
     * did not fail, so it must not wait. Where the answer is no, {@link #refresh} is called at once.
     */
    default boolean holds() throws IOException {
        return true;
    }

    /** The node goes down or is closed: undo what {@link #up} did. */
    void down() throws IOException;
}
