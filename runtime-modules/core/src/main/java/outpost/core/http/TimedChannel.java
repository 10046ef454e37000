package outpost.core.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A connection that is read and written within a time. Unix sockets know no time-out of their own. One thread uses it; any thread
 * may close it.
 */
final class TimedChannel implements Closeable {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private long deadline = System.nanoTime();

    TimedChannel(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.selector = Selector.open();
        try {
            channel.configureBlocking(false);
            this.key = channel.register(selector, 0);
        } catch (IOException e) {
            selector.close();
            throw e;
        }
    }

    SocketChannel channel() {
        return channel;
    }

    /** From now on everything together may take this long. */
    void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Reads at least one byte; -1 at the end. */
    int read(ByteBuffer into) throws IOException {
        int count = channel.read(into);
        while (count == 0) {
            await(SelectionKey.OP_READ);
            count = channel.read(into);
        }
        return count;
    }

    void writeAll(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            if (channel.write(from) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    @Override
    public void close() throws IOException {
        // Closing the selector first wakes whoever waits in it.
        selector.close();
        channel.close();
    }

    private void await(int operation) throws IOException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        try {
            key.interestOps(operation);
            if (millis <= 0 || selector.select(millis) == 0 && deadline - System.nanoTime() <= 0) {
                throw new SocketTimeoutException("the other end took too long");
            }
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException e) {
            throw (IOException) new ClosedChannelException().initCause(e);
        }
    }
}
