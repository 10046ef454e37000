package outpost.portlist;

import outpost.portlist.ListeningPort.Transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads the tables {@code /proc/net/tcp}, {@code tcp6}, {@code udp} and {@code udp6} of Linux. A row that does not have the
 * form proc(5) describes is passed over: one odd row must not hide the others.
 */
final class ProcNetTable {
    /** A port together with the number of its socket, by which the owner is found. */
    record Socket(ListeningPort port, long inode) {}

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private static final String TCP_LISTEN = "0A";
    private static final String UDP_UNCONNECTED = "07";

    private final Transport transport;
    private final ByteOrder order;

    /** @param order the kernel's byte order: it prints each word of an address as a number of its own */
    ProcNetTable(Transport transport, ByteOrder order) {
        this.transport = transport;
        this.order = order;
    }

    List<Socket> read(Stream<String> lines) {
        return lines.skip(1).map(this::row).flatMap(Optional::stream).toList();
    }

    private Optional<Socket> row(String line) {
        String[] columns = line.strip().split("\\s+", INODE + 2);
        if (columns.length <= INODE || !listens(columns)) {
            return Optional.empty();
        }
        String[] local = columns[LOCAL].split(":", -1);
        if (local.length != 2) {
            return Optional.empty();
        }
        Optional<String> address = address(local[0]);
        OptionalInt port = port(local[1]);
        if (address.isEmpty() || port.isEmpty() || !columns[INODE].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        var listening = new ListeningPort(transport, address.get(), port.getAsInt(), Optional.empty());
        return Optional.of(new Socket(listening, Long.parseLong(columns[INODE])));
    }

    private boolean listens(String[] columns) {
        return switch (transport) {
            case TCP -> columns[STATE].equals(TCP_LISTEN);
            // UDP has no listening state: a socket without a peer takes packets from anybody.
            case UDP -> columns[STATE].equals(UDP_UNCONNECTED) && columns[REMOTE].endsWith(":0000");
        };
    }

    private Optional<String> address(String hex) {
        if (!hex.matches("[0-9A-Fa-f]{8}|[0-9A-Fa-f]{32}")) {
            return Optional.empty();
        }
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        ByteBuffer wire = ByteBuffer.allocate(words.capacity()).order(order);
        while (words.hasRemaining()) {
            wire.putInt(words.getInt());
        }
        try {
            InetAddress address = InetAddress.getByAddress(wire.array());
            return Optional.of(address.isAnyLocalAddress() ? "*" : address.getHostAddress());
        } catch (UnknownHostException e) {
            throw new AssertionError("four or sixteen bytes are always an address", e);
        }
    }

    private static OptionalInt port(String hex) {
        if (!hex.matches("[0-9A-Fa-f]{4}")) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(hex, 16);
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
