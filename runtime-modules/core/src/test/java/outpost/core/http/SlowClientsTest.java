package outpost.core.http;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Those who hold places and ask nothing, or a byte at a time. */
@Timeout(60)
class SlowClientsTest {
    private static final int PLACES = 4;
    private static final String WHOLE = "GET /hello HTTP/1.0\n\n";

    @TempDir
    Path folder;

    private final List<SocketChannel> held = new ArrayList<>();
    private ServerFixture server;

    @BeforeEach
    void start() throws IOException {
        Duration time = Duration.ofSeconds(30);
        server = new ServerFixture(folder, new HttpLimits(256, 1024, 8, 1000, PLACES, time, time, time));
    }

    @AfterEach
    void stop() throws IOException {
        for (SocketChannel channel : held) {
            channel.close();
        }
        server.close();
    }

    @Test
    void makeRoomForWhoeverAsks() throws IOException {
        hold("GET /hel");
        hold("GET /hel");
        hold("");
        hold("");

        assertThat(untilServed()).endsWith("hello you");
        assertThat(server.events.of(HttpEvent.PUSHED_OUT)).isOne();
        assertThat(read(held.get(0))).as("the one that was waited for longest").isEqualTo(-1);
        assertThat(server.exchange(WHOLE)).as("its place stays free").endsWith("hello you");
    }

    @Test
    void doNotPushOutWhoeverIsBeingAnswered() throws Exception {
        CountDownLatch asked = new CountDownLatch(PLACES);
        CountDownLatch answer = new CountDownLatch(1);
        server.routes.add("GET", "/long", request -> {
            asked.countDown();
            await(answer);
            return HttpResponse.text(200, "done");
        });
        for (int i = 0; i < PLACES; i++) {
            hold("GET /long HTTP/1.0\r\n\r\n");
        }
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        // Longer than any client is waited for before it has to make room.
        Thread.sleep(1_200);
        assertThat(server.exchange(WHOLE)).startsWith("HTTP/1.1 503 ");
        assertThat(server.events.of(HttpEvent.FULL)).isOne();
        assertThat(server.events.of(HttpEvent.PUSHED_OUT)).isZero();
        answer.countDown();
        for (SocketChannel each : held) {
            assertThat(ServerFixture.readAll(each)).endsWith("done");
        }
    }

    @Test
    void areCountedByWhatTheyDid() throws Exception {
        server.close();
        Duration hasty = Duration.ofSeconds(2);
        Path other = Files.createDirectory(folder.resolve("2"));
        server = new ServerFixture(other, new HttpLimits(256, 1024, 8, 1000, PLACES, hasty, hasty, hasty));
        hold("GET /hel");
        assertThat(read(held.get(0))).isEqualTo(-1);
        hold("");
        assertThat(read(held.get(1))).isEqualTo(-1);
        assertThat(server.exchange("NONSENSE\n\n")).startsWith("HTTP/1.1 400 ");
        assertThat(server.events.of(HttpEvent.SLOW)).isOne();
        assertThat(server.events.of(HttpEvent.IDLE)).isOne();
        assertThat(server.events.of(HttpEvent.MALFORMED)).isOne();
        assertThat(server.events.of(HttpEvent.SERVED)).isZero();
    }

    private void hold(String begun) throws IOException {
        SocketChannel channel = server.connect();
        held.add(channel);
        channel.write(ByteBuffer.wrap(begun.getBytes(StandardCharsets.US_ASCII)));
    }

    private String untilServed() throws IOException {
        String answer = "HTTP/1.1 503 ";
        while (answer.isEmpty() || answer.startsWith("HTTP/1.1 503 ")) {
            answer = server.exchange(WHOLE);
        }
        return answer;
    }

    private static int read(SocketChannel channel) throws IOException {
        return channel.read(ByteBuffer.allocate(1));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
