package outpost.core.event;

/** A listener's place on the bus. After {@link #close} the listener is called at most for the event under delivery. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
