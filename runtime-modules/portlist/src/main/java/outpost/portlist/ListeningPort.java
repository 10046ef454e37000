package outpost.portlist;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One port somebody listens on.
 *
 * @param address the local address without its zone's brackets; {@code *} where every address of the family is meant
 * @param port 1 to 65535
 * @param process name of the owning process, where the system lets this user read it
 */
record ListeningPort(Transport transport, String address, int port, Optional<String> process)
        implements Comparable<ListeningPort> {
    private static final Comparator<ListeningPort> ORDER = Comparator.comparing(ListeningPort::transport)
            .thenComparingInt(ListeningPort::port)
            .thenComparing(ListeningPort::address)
            .thenComparing(listening -> listening.process().orElse(""));

    enum Transport {
        TCP,
        UDP
    }

    ListeningPort {
        Objects.requireNonNull(transport);
        Objects.requireNonNull(address);
        Objects.requireNonNull(process);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
        }
    }

    ListeningPort ownedBy(String name) {
        return new ListeningPort(transport, address, port, Optional.of(name));
    }

    @Override
    public int compareTo(ListeningPort other) {
        return ORDER.compare(this, other);
    }
}
