package outpost.core.service;

import java.nio.channels.SocketChannel;
import java.util.Optional;

/** Tells who is calling over a local socket, and what the caller may do. */
public interface CallerIdentity {
    /** The caller; empty when the system does not say. Then nothing may be changed. */
    Optional<Caller> identify(SocketChannel connection);
}
