package outpost.core.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** The 503 that a connection gets before anything is read from it. Waits for nothing, so that refusing costs little. */
final class Refusal {
    private final byte[] bytes;

    /** @param message what is wrong and what to do */
    Refusal(String message) {
        byte[] body = ((HttpResponse.Whole) HttpResponse.error(503, message)).body();
        byte[] head = ("HTTP/1.1 503 " + Phrases.of(503) + "\r\nconnection: close\r\ncontent-length: " + body.length
                        + "\r\ncontent-type: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        bytes = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }

    /** Answers and closes. The answer is short enough for an empty socket to take it at once. */
    void send(SocketChannel channel) throws IOException {
        try (channel) {
            channel.configureBlocking(false);
            channel.write(ByteBuffer.wrap(bytes));
        }
    }
}
