package outpost.core;

import outpost.core.netmap.Netmap;

import java.io.IOException;

/**
 * What a feature does while the network is up. All three are called on one thread of the node, never at once. A failure becomes a
 * problem in health under the feature's name and does not stop the others.
 */
public interface Activity {
    /** The node comes up. If this fails, {@link #down} is called all the same when the node goes down. */
    void up(Netmap netmap) throws IOException;

    /** The netmap has changed while the node is up. */
    default void refresh(Netmap netmap) throws IOException {}

    /** The node goes down or is closed: undo what {@link #up} did. */
    void down() throws IOException;
}
