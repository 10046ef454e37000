package outpost.core;

import outpost.core.log.Log;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/**
 * A part of the node that an image holds or leaves out, found through {@link java.util.ServiceLoader}.
 *
 * <p>A node first calls {@link #publish} of every feature, then {@link #start} of every feature, both sorted by name, save that
 * {@link #after} is respected; it closes them in reverse. What a feature needs of another it finds in the node under an interface
 * of {@code outpost.core.service}, and copes when it is not there.
 *
 * <p>A constructor does nothing: it is also called just to list the features of an image.
 */
public interface Feature extends Closeable {
    /** Name in the catalogue: lower-case letters and digits. */
    String name();

    /** Names of features that come before this one wherever they are in the image. This sets an order, it asks for nobody. */
    default Set<String> after() {
        return Set.of();
    }

    /**
     * Offers what others may find, and claims what only one process can have. Nothing outside the process is changed yet.
     *
     * @throws IOException if the node cannot run; the message says why
     */
    default void publish(Node node) throws IOException {}

    /**
     * Begins to work. What belongs to a network that is up is done by an {@link Activity} instead.
     *
     * @throws IOException if the node cannot run; the message says why
     */
    default void start(Node node) throws IOException {}

    /** Undoes everything. Called once if {@link #publish} was called, also when that or {@link #start} failed. */
    @Override
    default void close() throws IOException {}

    /** The feature's own log. */
    default Log log(Node node) {
        return node.log(name());
    }
}
