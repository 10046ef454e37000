package outpost.netstack;

import outpost.core.service.ServiceAddressTransport.Conversation;
import outpost.core.service.ServiceAddressTransport.StreamHandler;
import outpost.core.service.ServiceAddressTransport.StreamListener;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One connection that another side has begun (RFC 9293), with enough of TCP for questions and answers: no options but the largest
 * segment; what comes out of order is asked for again and not kept; resets and SYNs inside of the window are answered as RFC 5961
 * says. What goes out is {@link TcpSender}'s.
 *
 * <p>All of it runs under the lock of the stack.
 */
final class TcpConnection implements Conversation {
    /** All bytes are handed on at once, so that there is always room for as many. */
    static final int WINDOW = 16 * 1024;

    /** When the other side does not say: RFC 9293 3.7.1. */
    private static final int SMALLEST_LARGEST_V4 = 536;

    private static final int SMALLEST_LARGEST_V6 = 1220;
    private static final long SECOND = 1_000_000_000L;
    private static final long IDLE = 60 * SECOND;

    /** How long a connection that this side ended first can still answer a FIN whose acknowledgement was lost. */
    private static final long LINGER = 4 * SECOND;

    private final Object lock;
    private final Wire wire;
    private final StreamHandler handler;
    private final InetSocketAddress remote;
    private final InetSocketAddress local;
    private final int ownLargest;
    private final TcpSender sender;
    private final int firstReceived;

    private Optional<StreamListener> listener = Optional.empty();
    private int expected;

    private boolean established;
    private boolean finReceived;
    private boolean endedHereFirst;
    private boolean over;

    private long heard;

    /** Answers a SYN. The lock is held. */
    TcpConnection(Object lock, Wire wire, StreamHandler handler, TcpSegment syn, int firstSent, int mtu) {
        this.lock = lock;
        this.wire = wire;
        this.handler = handler;
        this.remote = syn.from();
        this.local = syn.to();
        boolean v4 = remote.getAddress().getAddress().length == 4;
        this.ownLargest = mtu - IpWriter.headerBytes(remote.getAddress()) - TcpSegment.HEADER;
        int told = syn.largest().orElse(v4 ? SMALLEST_LARGEST_V4 : SMALLEST_LARGEST_V6);
        // A side that asks for segments of one byte would have a packet made for each.
        int theirLargest = Math.min(ownLargest, Math.max(told, 64));
        this.sender = new TcpSender(wire, new Outlet(), firstSent, syn.window(), theirLargest);
        this.firstReceived = syn.sequence();
        this.expected = syn.sequence() + 1;
        this.heard = wire.nanos();
        sender.greet();
    }

    boolean isOver() {
        return over;
    }

    boolean isHalfOpen() {
        return !established && !over;
    }

    // --- what comes in

    /** A segment of this connection. The lock is held. */
    void received(TcpSegment segment) {
        if (over) {
            return;
        }
        if (!isInWindow(segment)) {
            if (segment.has(TcpSegment.SYN) && segment.sequence() == firstReceived && !established) {
                greet();
            } else if (!segment.has(TcpSegment.RST)) {
                wire.dropped(Drop.OUT_OF_PLACE);
                acknowledge();
            }
            return;
        }
        if (segment.has(TcpSegment.RST)) {
            if (segment.sequence() == expected) {
                end();
            } else {
                acknowledge();
            }
            return;
        }
        if (segment.has(TcpSegment.SYN)) {
            wire.dropped(Drop.OUT_OF_PLACE);
            acknowledge();
            return;
        }
        if (!segment.has(TcpSegment.ACK)) {
            wire.dropped(Drop.OUT_OF_PLACE);
            return;
        }
        heard = wire.nanos();
        if (!established && !begin(segment)) {
            return;
        }
        if (sender.isAhead(segment.acknowledged())) {
            wire.dropped(Drop.OUT_OF_PLACE);
            acknowledge();
            return;
        }
        sender.acknowledged(segment);
        if (!over) {
            take(segment);
        }
        if (!over) {
            sender.transmit();
            settle();
        }
    }

    private boolean isInWindow(TcpSegment segment) {
        int start = segment.sequence() - expected;
        if (segment.length() == 0) {
            return start >= 0 && start < WINDOW;
        }
        // Any byte of it: several segments in one may begin before the window and end behind it.
        int last = segment.end() - 1 - expected;
        return start < WINDOW && last >= 0;
    }

    private boolean begin(TcpSegment segment) {
        if (segment.acknowledged() != sender.next()) {
            wire.dropped(Drop.OUT_OF_PLACE);
            send(segment.acknowledged(), TcpSegment.RST, ByteBuffer.allocate(0));
            return false;
        }
        established = true;
        sender.begin(segment.window());
        listener = Optional.of(handler.connected(this));
        return !over;
    }

    private void take(TcpSegment segment) {
        if (segment.length() == 0) {
            return;
        }
        int known = expected - segment.sequence();
        if (known < 0) {
            // Bytes are missing before these; the acknowledgement says which.
            wire.dropped(Drop.OUT_OF_PLACE);
            acknowledge();
            return;
        }
        ByteBuffer data = segment.data().duplicate();
        if (known <= data.remaining() && !finReceived) {
            data.position(known);
            boolean more = data.hasRemaining();
            expected += data.remaining();
            if (more) {
                tell(data);
            }
            if (segment.has(TcpSegment.FIN) && !over) {
                finReceived = true;
                expected++;
                listener.ifPresent(StreamListener::finished);
            }
        }
        if (!over) {
            acknowledge();
        }
    }

    private void tell(ByteBuffer data) {
        listener.ifPresent(hears -> hears.received(data.slice().asReadOnlyBuffer()));
    }

    // --- what goes out

    @Override
    public InetSocketAddress from() {
        return remote;
    }

    @Override
    public boolean send(ByteBuffer bytes) {
        synchronized (lock) {
            return !over && sender.offer(bytes);
        }
    }

    @Override
    public void finish() {
        synchronized (lock) {
            if (!over && !sender.isFinishing()) {
                endedHereFirst = !finReceived;
                sender.finish();
                settle();
            }
        }
    }

    @Override
    public void abort() {
        synchronized (lock) {
            if (!over) {
                send(sender.next(), TcpSegment.RST | TcpSegment.ACK, ByteBuffer.allocate(0));
                end();
            }
        }
    }

    /** Does what is due by now. The lock is held. */
    void tick() {
        long now = wire.nanos();
        if (over) {
            return;
        }
        boolean bothEnded = sender.isFinAcknowledged() && finReceived;
        if (sender.isDue(now)) {
            if (!sender.again()) {
                giveUp();
            }
        } else if (!sender.isWaiting() && now - heard > (bothEnded ? LINGER : IDLE)) {
            if (bothEnded) {
                end();
            } else {
                abort();
            }
        }
    }

    private void giveUp() {
        if (established) {
            abort();
        } else {
            end();
        }
    }

    private void greet() {
        wire.send(new TcpSegment(
                        local,
                        remote,
                        sender.unacknowledged(),
                        expected,
                        TcpSegment.SYN | TcpSegment.ACK,
                        WINDOW,
                        OptionalInt.of(ownLargest),
                        ByteBuffer.allocate(0))
                .packet());
    }

    private void acknowledge() {
        send(sender.next(), TcpSegment.ACK, ByteBuffer.allocate(0));
    }

    private void send(int sequence, int flags, ByteBuffer data) {
        wire.send(new TcpSegment(local, remote, sequence, expected, flags, WINDOW, OptionalInt.empty(), data).packet());
    }

    /** Over at once where the other side ended first: it is the one that waits for late packets. */
    private void settle() {
        if (sender.isFinAcknowledged() && finReceived && !endedHereFirst) {
            end();
        }
    }

    private void end() {
        over = true;
        listener.ifPresent(StreamListener::ended);
    }

    private final class Outlet implements TcpSender.Outlet {
        @Override
        public void greet() {
            TcpConnection.this.greet();
        }

        @Override
        public void send(int sequence, int flags, ByteBuffer data) {
            TcpConnection.this.send(sequence, flags, data);
        }
    }
}
