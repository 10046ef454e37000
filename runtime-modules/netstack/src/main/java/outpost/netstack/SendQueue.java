package outpost.netstack;

import java.nio.ByteBuffer;

/** Bytes of a connection that are not acknowledged yet, sent or not, in their order; never more than a bound. */
final class SendQueue {
    private static final int FIRST = 1024;

    private final int limit;
    private byte[] bytes = new byte[FIRST];
    private int length;

    SendQueue(int limit) {
        this.limit = limit;
    }

    int length() {
        return length;
    }

    /** Takes all that remains in the buffer, or nothing of it. */
    boolean offer(ByteBuffer more) {
        int count = more.remaining();
        if (count > limit - length) {
            return false;
        }
        if (length + count > bytes.length) {
            byte[] larger = new byte[Math.min(limit, Math.max(length + count, bytes.length * 2))];
            System.arraycopy(bytes, 0, larger, 0, length);
            bytes = larger;
        }
        more.get(bytes, length, count);
        length += count;
        return true;
    }

    /** A view of some bytes; good until the queue changes. */
    ByteBuffer view(int from, int count) {
        return ByteBuffer.wrap(bytes, from, count).slice();
    }

    /** Forgets the first ones. */
    void drop(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }
}
