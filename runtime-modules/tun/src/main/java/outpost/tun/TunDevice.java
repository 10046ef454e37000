package outpost.tun;

import outpost.core.service.PacketDevice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** The device as other features see it: the same while the node goes up and down, although the system's comes and goes. */
final class TunDevice implements PacketDevice {
    private final Path clone;
    private final String name;
    private final int mtu;
    private Optional<TunHandle> open = Optional.empty();
    private boolean reading;
    private boolean closed;

    TunDevice(Path clone, String name, int mtu) {
        this.clone = clone;
        this.name = name;
        this.mtu = mtu;
    }

    @Override
    public String device() {
        return name;
    }

    @Override
    public int mtu() {
        return mtu;
    }

    /** Makes the system's device. */
    synchronized void open() throws IOException {
        if (open.isEmpty()) {
            Libc.require();
            open = Optional.of(TunHandle.open(clone, name));
            notifyAll();
        }
    }

    /** Takes the system's device away; whoever reads waits for the next one. */
    synchronized void shut() {
        open.ifPresent(handle -> {
            open = Optional.empty();
            awaitReader(handle);
            handle.close();
        });
    }

    synchronized void close() {
        closed = true;
        shut();
        notifyAll();
    }

    private void awaitReader(TunHandle handle) {
        boolean interrupted = false;
        if (reading) {
            handle.wake();
        }
        while (reading) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Its descriptor must not be given to another file while somebody reads from it.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read(ByteBuffer packet) throws IOException {
        while (true) {
            TunHandle handle;
            synchronized (this) {
                while (open.isEmpty() && !closed) {
                    if (!await()) {
                        return -1;
                    }
                }
                if (closed) {
                    return -1;
                }
                handle = open.get();
                reading = true;
            }
            try {
                int length = handle.read(packet);
                if (length >= 0) {
                    return length;
                }
            } finally {
                synchronized (this) {
                    reading = false;
                    notifyAll();
                }
            }
        }
    }

    @Override
    public int readReady(ByteBuffer packet) {
        TunHandle handle;
        synchronized (this) {
            if (open.isEmpty()) {
                return 0;
            }
            handle = open.get();
            reading = true;
        }
        try {
            return handle.readReady(packet);
        } finally {
            synchronized (this) {
                reading = false;
                notifyAll();
            }
        }
    }

    private boolean await() {
        try {
            wait();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void write(ByteBuffer packet) throws IOException {
        Optional<TunHandle> handle;
        synchronized (this) {
            handle = open;
        }
        handle.orElseThrow(() -> new IOException("the device is down")).write(packet);
    }
}
