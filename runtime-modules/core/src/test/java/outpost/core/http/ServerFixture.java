package outpost.core.http;

import outpost.core.count.Tally;
import outpost.core.log.LogHub;
import outpost.core.log.LogSink;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** A server on a real Unix socket, and clients that send whatever bytes a test likes. */
final class ServerFixture implements Closeable {
    final HttpRoutes routes = new HttpRoutes();
    final Tally<HttpEvent> events = new Tally<>(HttpEvent.class);
    private final Path socket;
    private final HttpServer server;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    ServerFixture(Path folder, HttpLimits limits) throws IOException {
        socket = folder.resolve("s");
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(socket));
        LogHub hub = new LogHub(Clock.systemUTC(), System.err);
        hub.open(LogSink.to(new PrintStream(log, true, StandardCharsets.UTF_8)));
        routes.add(
                "GET",
                "/hello",
                request -> HttpResponse.text(
                        200, "hello " + request.argument("who").orElse("you")));
        routes.add(
                "POST", "/echo", request -> HttpResponse.text(200, new String(request.body(), StandardCharsets.UTF_8)));
        server = HttpServer.start("test-http", listening, limits, Admission.ALL, routes, hub.log("test"), events);
    }

    String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }

    HttpCall call() throws IOException {
        return HttpCall.over(connect(), HttpLimits.small());
    }

    /** Sends the bytes and returns everything that comes back until the server closes. */
    String exchange(byte[] bytes) throws IOException {
        try (SocketChannel channel = connect()) {
            try {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.shutdownOutput();
            } catch (IOException e) {
                // The server may have answered and closed before it read everything: its answer is what counts.
                return readAll(channel);
            }
            return readAll(channel);
        }
    }

    String exchange(String head) throws IOException {
        return exchange(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    static String readAll(SocketChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        while (read(channel, buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** A server that closes on unread bytes resets the connection; what it said before that has been read. */
    private static int read(SocketChannel channel, ByteBuffer buffer) throws IOException {
        try {
            return channel.read(buffer);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("reset")) {
                return -1;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
