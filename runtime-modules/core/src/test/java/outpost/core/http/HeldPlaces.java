package outpost.core.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** All places of a server, held by clients that are being answered, so that nobody has to make room, however slow the machine is. */
final class HeldPlaces implements Closeable {
    private final List<SocketChannel> held = new ArrayList<>();
    private final CountDownLatch answer = new CountDownLatch(1);

    private HeldPlaces() {}

    /** Comes back when every place is held. */
    static HeldPlaces all(ServerFixture server, HttpLimits limits) throws IOException, InterruptedException {
        HeldPlaces places = new HeldPlaces();
        CountDownLatch asked = new CountDownLatch(limits.connections());
        server.routes.add("GET", "/held", request -> {
            asked.countDown();
            return places.done();
        });
        byte[] request = "GET /held HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < limits.connections(); i++) {
            SocketChannel channel = server.connect();
            places.held.add(channel);
            channel.write(ByteBuffer.wrap(request));
        }
        if (!asked.await(20, TimeUnit.SECONDS)) {
            throw new IOException("not every place is held");
        }
        return places;
    }

    private HttpResponse done() throws IOException {
        try {
            answer.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return HttpResponse.text(200, "done");
    }

    @Override
    public void close() throws IOException {
        answer.countDown();
        for (SocketChannel channel : held) {
            channel.close();
        }
    }
}
