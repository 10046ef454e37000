package outpost.netstack;

import outpost.core.service.ServiceAddressTransport.StreamHandler;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The connections there are, and who takes new ones. Runs under the lock of the stack. */
final class TcpPorts {
    static final int MOST = 256;
    static final int MOST_OF_ONE = 32;
    static final int MOST_HALF_OPEN = 64;

    private record Ends(InetSocketAddress from, InetSocketAddress to) {}

    private final Object lock;
    private final Wire wire;
    private final int mtu;
    private final RateLimit refusals;
    private final SequenceNumbers numbers = new SequenceNumbers();
    private final Map<Integer, StreamHandler> handlers = new HashMap<>();
    /** The oldest first. */
    private final Map<Ends, TcpConnection> connections = new LinkedHashMap<>();

    TcpPorts(Object lock, Wire wire, int mtu, RateLimit refusals) {
        this.lock = lock;
        this.wire = wire;
        this.mtu = mtu;
        this.refusals = refusals;
    }

    void listen(int port, StreamHandler handler) {
        if (handlers.putIfAbsent(port, handler) != null) {
            throw new IllegalStateException("TCP port " + port + " of the service address is taken");
        }
    }

    int count() {
        return connections.size();
    }

    void received(TcpSegment segment) throws DropException {
        Ends ends = new Ends(segment.from(), segment.to());
        TcpConnection connection = connections.get(ends);
        if (connection != null) {
            connection.received(segment);
            if (connection.isOver()) {
                connections.remove(ends);
            }
            return;
        }
        if (segment.has(TcpSegment.RST)) {
            throw new DropException(Drop.OUT_OF_PLACE);
        }
        StreamHandler handler = handlers.get(segment.to().getPort());
        if (handler == null || !segment.has(TcpSegment.SYN) || segment.has(TcpSegment.ACK)) {
            refuse(segment);
            throw new DropException(handler == null ? Drop.CLOSED_PORT : Drop.OUT_OF_PLACE);
        }
        makeRoom(segment.from().getAddress());
        int first = numbers.first(segment.to(), segment.from(), wire.nanos());
        connections.put(ends, new TcpConnection(lock, wire, handler, segment, first, mtu));
    }

    /** Of those that are half open the oldest goes, since a flood of SYNs makes no other kind; those that talk stay. */
    private void makeRoom(InetAddress from) throws DropException {
        List<Ends> halfOpen = connections.entrySet().stream()
                .filter(each -> each.getValue().isHalfOpen())
                .map(Map.Entry::getKey)
                .toList();
        if (halfOpen.size() >= MOST_HALF_OPEN) {
            connections.remove(halfOpen.get(0));
            wire.dropped(Drop.LIMIT);
        }
        long ofOne = connections.keySet().stream()
                .filter(ends -> ends.from().getAddress().equals(from))
                .count();
        if (ofOne >= MOST_OF_ONE || connections.size() >= MOST) {
            throw new DropException(Drop.LIMIT);
        }
    }

    private void refuse(TcpSegment segment) {
        if (!refusals.allows(wire.nanos())) {
            wire.dropped(Drop.LIMIT);
            return;
        }
        boolean told = segment.has(TcpSegment.ACK);
        wire.send(new TcpSegment(
                        segment.to(),
                        segment.from(),
                        told ? segment.acknowledged() : 0,
                        told ? 0 : segment.end(),
                        told ? TcpSegment.RST : TcpSegment.RST | TcpSegment.ACK,
                        0,
                        OptionalInt.empty(),
                        ByteBuffer.allocate(0))
                .packet());
    }

    void tick() {
        Iterator<TcpConnection> each = connections.values().iterator();
        while (each.hasNext()) {
            TcpConnection connection = each.next();
            connection.tick();
            if (connection.isOver()) {
                each.remove();
            }
        }
    }

    /** Ends every connection. */
    void close() {
        connections.values().forEach(TcpConnection::abort);
        connections.clear();
    }
}
