package outpost.unixsocketidentity;

import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import outpost.core.log.Log;
import outpost.core.service.Caller;
import outpost.core.service.CallerIdentity;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/** Asks the system who connected: {@code SO_PEERCRED}, fixed when the connection was made. */
final class PeerCredentials implements CallerIdentity {
    private final Set<UserPrincipal> writers;
    private final Log log;

    PeerCredentials(Set<UserPrincipal> writers, Log log) {
        this.writers = Set.copyOf(writers);
        this.log = log;
    }

    @Override
    public Optional<Caller> identify(SocketChannel connection) {
        try {
            UnixDomainPrincipal peer = connection.getOption(ExtendedSocketOptions.SO_PEERCRED);
            return Optional.of(
                    new Caller(peer.user().getName(), peer.group().getName(), writers.contains(peer.user())));
        } catch (IOException | UnsupportedOperationException e) {
            log.error("the system does not say who is calling", e);
            return Optional.empty();
        }
    }
}
