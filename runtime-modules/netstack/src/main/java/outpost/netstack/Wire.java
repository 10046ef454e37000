package outpost.netstack;

import java.nio.ByteBuffer;

/** What the parts of the stack see of the world around it. */
interface Wire {
    /** Sends a packet; one that the device does not take is counted, as a network loses packets. */
    void send(ByteBuffer packet);

    /** A clock that only goes on, in nanoseconds. */
    long nanos();

    /** Counts what is dropped. */
    void dropped(Drop reason);
}
