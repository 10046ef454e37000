package outpost.core.service;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Packets between this process and the operating system, as through a wire between the two. One thread reads; any may write. */
public interface PacketDevice {
    /** The device's name in the operating system. */
    String device();

    /** The longest packet it carries, in bytes. */
    int mtu();

    /**
     * Waits for the next IP packet and puts it into the buffer, as far as it fits, from its position on.
     *
     * @return its bytes, or -1 once the device is closed
     */
    int read(ByteBuffer packet) throws IOException;

    /**
     * The same for a packet that is there already, and without waiting. What goes wrong is left for {@link #read} to tell.
     *
     * @return its bytes, or 0 if there is none
     */
    default int readReady(ByteBuffer packet) {
        return 0;
    }

    /**
     * Hands one IP packet, all that remains in the buffer, to the operating system.
     *
     * @throws IOException if it is not taken, as when the device is not up
     */
    void write(ByteBuffer packet) throws IOException;
}
