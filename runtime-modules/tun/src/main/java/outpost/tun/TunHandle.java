package outpost.tun;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An open TUN device, and the pipe that wakes whoever waits for its packets. The device is gone when it is closed. */
final class TunHandle implements AutoCloseable {
    private static final NativeLong TUNSETIFF = new NativeLong(0x400454caL);
    private static final short IFF_TUN = 1;
    private static final short IFF_NO_PI = 0x1000;
    private static final int NAME_BYTES = 16;

    /** The largest {@code struct ifreq} there is. */
    private static final int REQUEST_BYTES = 40;

    private static final int POLL_ENTRY = 8;

    private final int device;
    private final int wakeRead;
    private final int wakeWrite;
    private final ByteBuffer poll = ByteBuffer.allocateDirect(2 * POLL_ENTRY).order(ByteOrder.nativeOrder());
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(65_535);
    private boolean closed;

    private TunHandle(int device, int wakeRead, int wakeWrite) {
        this.device = device;
        this.wakeRead = wakeRead;
        this.wakeWrite = wakeWrite;
    }

    /**
     * Makes the device.
     *
     * @param clone the kernel's file of such devices
     * @throws IOException if there is no such device for this process; the message says what to do
     */
    static TunHandle open(Path clone, String name) throws IOException {
        int device;
        try {
            device = Libc.open(clone.toString(), Libc.O_RDWR | Libc.O_CLOEXEC | Libc.O_NONBLOCK);
        } catch (LastErrorException e) {
            throw new IOException(
                    switch (e.getErrorCode()) {
                        case Libc.ENOENT, Libc.ENXIO, Libc.ENODEV ->
                            clone + " is not there: load the kernel's module tun,"
                                    + " and in a container pass the device in";
                        case Libc.EACCES, Libc.EPERM -> clone + " may not be opened: run outpostd as root";
                        default -> clone + " cannot be opened: " + e.getMessage();
                    },
                    e);
        }
        try {
            attach(device, name);
            int[] ends = new int[2];
            Libc.pipe2(ends, Libc.O_CLOEXEC | Libc.O_NONBLOCK);
            return new TunHandle(device, ends[0], ends[1]);
        } catch (LastErrorException e) {
            Libc.close(device);
            throw new IOException("no device " + name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            Libc.close(device);
            throw e;
        }
    }

    private static void attach(int device, String name) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(REQUEST_BYTES).order(ByteOrder.nativeOrder());
        request.put(name.getBytes(StandardCharsets.US_ASCII));
        request.putShort(NAME_BYTES, (short) (IFF_TUN | IFF_NO_PI));
        try {
            Libc.ioctl(device, TUNSETIFF, request.array());
        } catch (LastErrorException e) {
            throw new IOException(
                    switch (e.getErrorCode()) {
                        case Libc.EPERM ->
                            "the device " + name + " may not be made: run outpostd as root, or with CAP_NET_ADMIN";
                        case Libc.EBUSY ->
                            "the device " + name + " belongs to another process: is another outpostd running?"
                                    + " Give this one another name with tun.device";
                        default -> "no device " + name + ": " + e.getMessage();
                    },
                    e);
        }
    }

    /** Waits for a packet and reads it. Returns -1 when woken or closed. One thread at a time. */
    int read(ByteBuffer packet) throws IOException {
        while (true) {
            try {
                watch(0, device);
                watch(1, wakeRead);
                Libc.poll(poll, new NativeLong(2), -1);
                if (events(1) != 0) {
                    return -1;
                }
                if (events(0) != 0) {
                    return take(packet);
                }
            } catch (LastErrorException e) {
                if (e.getErrorCode() != Libc.EINTR && e.getErrorCode() != Libc.EAGAIN) {
                    throw new IOException("nothing can be read from the device: " + e.getMessage(), e);
                }
            }
        }
    }

    /** Reads a packet that is there, or returns 0. The thread that reads. */
    int readReady(ByteBuffer packet) {
        try {
            return take(packet);
        } catch (LastErrorException none) {
            // Also where more is wrong than that: whoever waits for the next one hears of it.
            return 0;
        }
    }

    private int take(ByteBuffer packet) {
        // What is called takes a buffer from its beginning, whatever its position.
        return Libc.read(device, packet.slice(), new NativeLong(packet.remaining()))
                .intValue();
    }

    // struct pollfd: descriptor, what is waited for, what has come.
    private void watch(int entry, int descriptor) {
        poll.putInt(entry * POLL_ENTRY, descriptor);
        poll.putShort(entry * POLL_ENTRY + 4, Libc.POLLIN);
        poll.putShort(entry * POLL_ENTRY + 6, (short) 0);
    }

    private int events(int entry) {
        return poll.getShort(entry * POLL_ENTRY + 6);
    }

    synchronized void write(ByteBuffer packet) throws IOException {
        if (closed) {
            throw new IOException("the device is closed");
        }
        outgoing.clear();
        outgoing.put(packet.duplicate()).flip();
        try {
            Libc.write(device, outgoing, new NativeLong(outgoing.remaining()));
        } catch (LastErrorException e) {
            throw new IOException("the device takes no packet: " + e.getMessage(), e);
        }
    }

    /** Ends the wait in {@link #read}. */
    void wake() {
        Libc.write(wakeWrite, ByteBuffer.allocateDirect(1), new NativeLong(1));
    }

    /** To be called when nobody reads any more. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            for (int descriptor : new int[] {device, wakeRead, wakeWrite}) {
                Libc.close(descriptor);
            }
        }
    }
}
