package outpost.core.service;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/** Asks an address in the mesh whether it is there. */
public interface Pinger {
    /**
     * Sends one echo request and waits.
     *
     * @return the round trip; empty if no answer came in time
     * @throws IOException if nothing could be sent
     */
    Optional<Duration> ping(InetAddress address, Duration timeout) throws IOException;
}
