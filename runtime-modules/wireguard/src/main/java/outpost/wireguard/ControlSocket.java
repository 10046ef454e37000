package outpost.wireguard;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The socket on which one device of WireGuard is told what to do. */
final class ControlSocket {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 4096;

    private final Path path;
    private final Duration patience;

    ControlSocket(Path path) {
        this(path, PATIENCE);
    }

    /** @param patience how long it may take to hand over one configuration */
    ControlSocket(Path path, Duration patience) {
        this.path = path;
        this.patience = patience;
    }

    boolean isThere() {
        return Files.exists(path);
    }

    /** Who listens there takes that as the word to end. */
    void remove() throws IOException {
        Files.deleteIfExists(path);
    }

    /**
     * Hands over a configuration.
     *
     * @throws IOException if nobody takes it, or refuses it; no part of the message is in it
     */
    void set(Configuration configuration) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(path));
            channel.configureBlocking(false);
            long end = System.nanoTime() + patience.toNanos();
            ByteBuffer message = ByteBuffer.wrap(configuration.message().getBytes(StandardCharsets.US_ASCII));
            while (message.hasRemaining()) {
                if (channel.write(message) == 0) {
                    await(channel, selector, SelectionKey.OP_WRITE, end);
                }
            }
            String answer = read(channel, selector, end);
            if (!answer.equals("errno=0\n\n")) {
                throw new IOException("WireGuard refused its configuration: " + error(answer));
            }
        }
    }

    /** Never the answer as it came: nobody knows what it says again of what it was told. */
    private static String error(String answer) {
        return answer.matches("errno=-?[0-9]{1,9}\\s*") ? answer.strip() : "its answer names no error";
    }

    private String read(SocketChannel channel, Selector selector, long end) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && !text(answer).endsWith("\n\n")) {
            await(channel, selector, SelectionKey.OP_READ, end);
            if (channel.read(answer) < 0) {
                break;
            }
        }
        return text(answer);
    }

    /** Unix sockets know no time-out of their own, and whoever hangs there must not hold the node. */
    private void await(SocketChannel channel, Selector selector, int operation, long end) throws IOException {
        channel.register(selector, operation);
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || selector.select(left) == 0) {
            throw new IOException("WireGuard does not answer within " + patience.toMillis() + " ms");
        }
        selector.selectedKeys().clear();
    }

    private static String text(ByteBuffer read) {
        return new String(read.array(), 0, read.position(), StandardCharsets.US_ASCII);
    }
}
