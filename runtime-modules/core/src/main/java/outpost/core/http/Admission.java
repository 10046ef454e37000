package outpost.core.http;

import java.nio.channels.SocketChannel;
import java.util.Optional;

/** Decides which connections a server serves, besides how many. */
@FunctionalInterface
public interface Admission {
    /** Whoever connects. */
    Admission ALL = connection -> Optional.of(() -> {});

    /** Held by a connection until it ends. */
    @FunctionalInterface
    interface Place {
        void leave();
    }

    /** A place for the connection; empty when it is to be refused with 503. Called by the connection's own thread. */
    Optional<Place> admit(SocketChannel connection);

    /** What the client of a refused connection is told: what is wrong, and what to do. */
    default String refusal() {
        return "no more connections are served now; try later";
    }
}
