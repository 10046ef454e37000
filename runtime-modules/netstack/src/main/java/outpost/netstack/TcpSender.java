package outpost.netstack;

import java.nio.ByteBuffer;

/**
 * The sending half of a connection: what waits, what is on its way, how much may be, and when it is sent again. The time after which that
 * happens doubles, and with it the rate begins anew (RFC 5681, slow start alone).
 */
final class TcpSender {
    /** The largest message of DNS over TCP with its length, twice. */
    static final int SEND_LIMIT = 2 * (2 + 65_535);

    private static final long SECOND = 1_000_000_000L;
    private static final long FIRST_PATIENCE = SECOND;
    private static final long MOST_PATIENCE = 8 * SECOND;
    private static final int ATTEMPTS = 6;
    private static final int ATTEMPTS_TO_BEGIN = 3;
    private static final int FIRST_SEGMENTS = 4;
    private static final int MOST_IN_FLIGHT = 65_535;

    private final Wire wire;
    private final Outlet outlet;
    private final int largest;
    private final SendQueue queue = new SendQueue(SEND_LIMIT);

    private int unacknowledged;
    private int next;
    private int highest;
    private int window;
    private int inFlightLimit;

    private boolean greeted;
    private boolean finishing;
    private boolean finAcknowledged;

    private long patience = FIRST_PATIENCE;
    private int attempts;
    private long due;
    private boolean waiting;

    /** Makes and sends the packets of a connection. */
    interface Outlet {
        /** Sends the answer to the SYN. */
        void greet();

        /** Sends a segment that acknowledges what was received. */
        void send(int sequence, int flags, ByteBuffer data);
    }

    /**
     * Nothing is sent yet.
     *
     * @param first the sequence number of the SYN
     * @param window of the other side, in bytes
     * @param largest the most bytes of one segment
     */
    TcpSender(Wire wire, Outlet outlet, int first, int window, int largest) {
        this.wire = wire;
        this.outlet = outlet;
        this.unacknowledged = first;
        this.next = first + 1;
        this.highest = next;
        this.window = window;
        this.largest = largest;
        this.inFlightLimit = FIRST_SEGMENTS * largest;
    }

    /** The sequence number of the next byte that was never sent, or is to be sent again. */
    int next() {
        return next;
    }

    /** The sequence number of the oldest byte that is not acknowledged; of the SYN, before it is. */
    int unacknowledged() {
        return unacknowledged;
    }

    /** Whether this acknowledges what was never sent. */
    boolean isAhead(int acknowledged) {
        return acknowledged - highest > 0;
    }

    boolean isFinishing() {
        return finishing;
    }

    boolean isFinAcknowledged() {
        return finAcknowledged;
    }

    /** Whether an answer is awaited, after which something is sent again. */
    boolean isWaiting() {
        return waiting;
    }

    boolean isDue(long now) {
        return waiting && now - due >= 0;
    }

    // --- what comes in

    /** The SYN is acknowledged. */
    void begin(int window) {
        greeted = true;
        unacknowledged = next;
        this.window = window;
        calm();
    }

    /** Takes what the other side has out of the queue. */
    void acknowledged(TcpSegment segment) {
        int count = segment.acknowledged() - unacknowledged;
        if (count < 0) {
            return;
        }
        window = segment.window();
        if (count == 0) {
            return;
        }
        int ofData = Math.min(count, queue.length());
        queue.drop(ofData);
        finAcknowledged |= count > ofData;
        unacknowledged = segment.acknowledged();
        if (next - unacknowledged < 0) {
            next = unacknowledged;
        }
        inFlightLimit = Math.min(MOST_IN_FLIGHT, inFlightLimit + ofData);
        calm();
    }

    private void calm() {
        attempts = 0;
        patience = FIRST_PATIENCE;
        waiting = false;
    }

    // --- what goes out

    /** Greets, for the first time. */
    void greet() {
        outlet.greet();
        await();
    }

    /** Queues all of the bytes, or none where there is no room, and sends what may be sent. */
    boolean offer(ByteBuffer bytes) {
        if (finishing || !queue.offer(bytes)) {
            return false;
        }
        transmit();
        return true;
    }

    /** Sends a FIN behind what is queued. */
    void finish() {
        finishing = true;
        transmit();
    }

    /**
     * Sends again what is not acknowledged.
     *
     * @return whether it did; else it was sent often enough
     */
    boolean again() {
        attempts++;
        if (attempts > (greeted ? ATTEMPTS : ATTEMPTS_TO_BEGIN)) {
            return false;
        }
        patience = Math.min(MOST_PATIENCE, 2 * patience);
        waiting = false;
        if (!greeted) {
            greet();
            return true;
        }
        next = unacknowledged;
        inFlightLimit = largest;
        if (window == 0 && queue.length() > 0) {
            // Asks whether there is room by now.
            dispatch(0, 1);
        }
        transmit();
        return true;
    }

    /** Sends what there is room for. */
    void transmit() {
        if (!greeted) {
            return;
        }
        int room = Math.min(window, inFlightLimit);
        while (true) {
            int sent = next - unacknowledged;
            int left = queue.length() - sent;
            int count = Math.min(Math.min(left, largest), room - sent);
            if (count > 0) {
                dispatch(sent, count);
            } else if (left == 0 && finishing && !finAcknowledged && next == unacknowledged + queue.length()) {
                dispatch(sent, 0);
                return;
            } else {
                // What is on its way may be lost, and where there is no room somebody has to ask.
                if (sent != 0 || left > 0) {
                    await();
                }
                return;
            }
        }
    }

    private void dispatch(int from, int count) {
        boolean last = finishing && from + count == queue.length();
        int flags = TcpSegment.ACK | (count > 0 ? TcpSegment.PSH : 0) | (last ? TcpSegment.FIN : 0);
        outlet.send(unacknowledged + from, flags, queue.view(from, count));
        int end = unacknowledged + from + count + (last ? 1 : 0);
        if (end - next > 0) {
            next = end;
        }
        if (next - highest > 0) {
            highest = next;
        }
        await();
    }

    private void await() {
        if (!waiting) {
            waiting = true;
            due = wire.nanos() + patience;
        }
    }
}
