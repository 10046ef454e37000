package outpost.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes that arrive on a connection. */
final class ChannelInput extends InputStream {
    private final TimedChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(8 << 10).limit(0);

    ChannelInput(TimedChannel channel) {
        this.channel = channel;
    }

    /** Waits for a byte without taking it; false when the other end has closed. */
    boolean ready() throws IOException {
        if (!buffer.hasRemaining()) {
            buffer.clear();
            int count;
            try {
                count = channel.read(buffer);
            } finally {
                buffer.flip();
            }
            return count > 0;
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return ready() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(into, offset, count);
        return count;
    }
}
