package outpost.core.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes messages to a connection. */
final class MessageWriter {
    private final TimedChannel channel;
    private final Duration time;

    /** @param time how long the other end may take to accept what is sent at once */
    MessageWriter(TimedChannel channel, Duration time) {
        this.channel = channel;
        this.time = time;
    }

    void response(HttpResponse response, boolean keepOpen) throws IOException {
        Map<String, String> headers = new TreeMap<>(response.headers());
        String first = "HTTP/1.1 " + response.status() + " " + Phrases.of(response.status());
        if (!keepOpen) {
            headers.put("connection", "close");
        }
        if (response instanceof HttpResponse.Whole whole) {
            byte[] body = whole.body();
            headers.put("content-length", Integer.toString(body.length));
            message(first, headers, body);
        } else if (response instanceof HttpResponse.Streamed streamed) {
            headers.put("transfer-encoding", "chunked");
            message(first, headers, new byte[0]);
            try (Chunks chunks = new Chunks()) {
                streamed.body().writeTo(chunks);
                chunks.finish();
            }
        }
    }

    void request(String method, String target, Map<String, String> more, Optional<byte[]> body) throws IOException {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("connection", "close");
        body.ifPresent(bytes -> headers.put("content-length", Integer.toString(bytes.length)));
        message(method + " " + target + " HTTP/1.1", headers, body.orElse(new byte[0]));
    }

    private void message(String first, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(256).append(checked(first)).append("\r\n");
        headers.forEach((name, value) ->
                head.append(checked(name)).append(": ").append(checked(value)).append("\r\n"));
        byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        send(ByteBuffer.allocate(bytes.length + body.length)
                .put(bytes)
                .put(body)
                .flip());
    }

    private void send(ByteBuffer bytes) throws IOException {
        channel.within(time);
        channel.writeAll(bytes);
    }

    /** A line break in a header would begin another one. */
    private static String checked(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c > 0xff)) {
            throw new IllegalArgumentException("not fit for the head of a message: " + text);
        }
        return text;
    }

    /** Collects what is written and sends it as one chunk when flushed or full. */
    private final class Chunks extends OutputStream {
        private final ByteBuffer waiting = ByteBuffer.allocate(8 << 10);

        @Override
        public void write(int octet) throws IOException {
            if (!waiting.hasRemaining()) {
                flush();
            }
            waiting.put((byte) octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int at = offset;
            while (at < offset + length) {
                if (!waiting.hasRemaining()) {
                    flush();
                }
                int count = Math.min(waiting.remaining(), offset + length - at);
                waiting.put(bytes, at, count);
                at += count;
            }
        }

        @Override
        public void flush() throws IOException {
            waiting.flip();
            if (waiting.hasRemaining()) {
                byte[] size = (Integer.toHexString(waiting.remaining()) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                send(ByteBuffer.allocate(size.length + waiting.remaining() + 2)
                        .put(size)
                        .put(waiting)
                        .put((byte) '\r')
                        .put((byte) '\n')
                        .flip());
            }
            waiting.clear();
        }

        /** The last, empty chunk: only a body that was written whole gets it. */
        void finish() throws IOException {
            flush();
            send(ByteBuffer.wrap("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
