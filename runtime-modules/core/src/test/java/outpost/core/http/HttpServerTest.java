package outpost.core.http;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class HttpServerTest {
    private static final HttpLimits LIMITS = limits(Duration.ofSeconds(20));
    private static final HttpLimits HASTY = limits(Duration.ofMillis(300));

    @TempDir
    Path folder;

    private ServerFixture server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerFixture(folder, LIMITS);
    }

    /** For tests of what takes too long; all others have time enough on a machine that is busy. */
    private void startHasty() throws IOException {
        start(HASTY);
    }

    private void start(HttpLimits limits) throws IOException {
        server.close();
        Files.delete(folder.resolve("s"));
        server = new ServerFixture(folder, limits);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|GARBAGE~~",
                "400|GET /hello~host: x~~",
                "400|GET  /hello HTTP/1.1~host: x~~",
                "400|GET hello HTTP/1.1~host: x~~",
                "400|GET /hel%2 HTTP/1.1~host: x~~",
                "400|GET /hel%zz HTTP/1.1~host: x~~",
                "400|GET /hel%00lo HTTP/1.1~host: x~~",
                "400|GET /%ff HTTP/1.1~host: x~~",
                "400|GET /hello HTTP/1.1~~",
                "400|GET /hello HTTP/1.1~host: x~host: y~~",
                "400|GET /hello HTTP/1.1~host: x~no colon~~",
                "400|GET /hello HTTP/1.1~host: x~ folded: y~~",
                "400|GET /hello HTTP/1.1~host: x~name : y~~",
                "400|POST /echo HTTP/1.1~host: x~content-length: -1~~",
                "400|POST /echo HTTP/1.1~host: x~content-length: 1, 1~~",
                "400|POST /echo HTTP/1.1~host: x~content-length: 1~content-length: 1~~",
                "400|POST /echo HTTP/1.1~host: x~content-length: 1~transfer-encoding: chunked~~",
                "404|GET /nowhere HTTP/1.1~host: x~connection: close~~",
                "405|POST /hello HTTP/1.1~host: x~content-length: 0~connection: close~~",
                "411|POST /echo HTTP/1.1~host: x~~",
                "411|POST /echo HTTP/1.1~host: x~transfer-encoding: chunked~~",
                "413|POST /echo HTTP/1.1~host: x~content-length: 1001~~",
                "413|POST /echo HTTP/1.1~host: x~content-length: 999999999999999999~~",
                "417|POST /echo HTTP/1.1~host: x~content-length: 1~expect: 100-continue~~",
                "431|GET /hello HTTP/1.1~host: x~a: 1~b: 1~c: 1~d: 1~e: 1~f: 1~g: 1~h: 1~~",
                "505|GET /hello HTTP/2.0~host: x~~",
                "200|GET /hello HTTP/1.0~~",
                "200|~GET /hello HTTP/1.1~host: x~connection: close~~",
            })
    void eachFaultHasItsStatus(int status, String request) throws IOException {
        String answer = server.exchange(request.replace('~', '\n'));

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        if (status != 200) {
            assertThat(answer).contains("{\"error\":\"");
        }
    }

    @Test
    void aFirstLineThatIsTooLongIsRefusedBeforeItsEnd() throws IOException {
        assertThat(server.exchange("GET /" + "a".repeat(1_000_000))).startsWith("HTTP/1.1 414 ");
    }

    @Test
    void aHeadThatIsTooLongIsRefusedBeforeItsEnd() throws IOException {
        assertThat(server.exchange("GET /hello HTTP/1.1\nhost: x\na: " + "b".repeat(1_000_000)))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() throws IOException {
        assertThat(server.exchange("DELETE /hello HTTP/1.1\nhost: x\nconnection: close\n\n"))
                .contains("\r\nallow: GET\r\n")
                .contains("/hello takes GET only");
    }

    @Test
    void pathAndQueryAreDecoded() throws IOException {
        assertThat(server.exchange("GET /%68ello?who=a%20b+%C3%A4 HTTP/1.0\n\n"))
                .endsWith("hello a b ä");
    }

    @Test
    void oneConnectionCarriesSeveralRequests() throws IOException {
        String answers = server.exchange("GET /hello?who=1 HTTP/1.1\nhost: x\n\n"
                + "POST /echo HTTP/1.1\nhost: x\ncontent-length: 3\n\nabcGET /hello?who=2 HTTP/1.1\nhost: x\n\n");

        assertThat(answers).containsSubsequence("hello 1", "abc", "hello 2");
    }

    @Test
    void aClientThatSendsByDropsIsCutOff() throws Exception {
        startHasty();
        long begin = System.nanoTime();
        try (SocketChannel channel = server.connect()) {
            boolean open = true;
            while (open) {
                open = write(channel, "x");
                Thread.sleep(20);
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aClientThatSaysNothingIsCutOff() throws Exception {
        startHasty();
        try (SocketChannel channel = server.connect()) {
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutOff() throws Exception {
        start(new HttpLimits(256, 1024, 8, 1000, 4, LIMITS.request(), LIMITS.idle(), HASTY.write()));
        CountDownLatch cut = new CountDownLatch(1);
        server.routes.add(
                "GET",
                "/flood",
                request -> HttpResponse.stream("text/plain", out -> {
                    try {
                        while (true) {
                            out.write(new byte[8192]);
                        }
                    } finally {
                        cut.countDown();
                    }
                }));
        try (SocketChannel channel = server.connect()) {
            write(channel, "GET /flood HTTP/1.1\r\nhost: x\r\n\r\n");

            assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aConnectionTooManyIsAnswered503AndLaterOnesAreServedAgain() throws Exception {
        String answer;
        HeldPlaces held = HeldPlaces.all(server, LIMITS);
        try (SocketChannel channel = server.connect()) {
            answer = ServerFixture.readAll(channel);
        } finally {
            held.close();
        }

        assertThat(answer).startsWith("HTTP/1.1 503 ");
        int announced = Integer.parseInt(answer.replaceAll("(?s).*content-length: ([0-9]+).*", "$1"));
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(announced);
        String later = "HTTP/1.1 503 ";
        while (later.startsWith("HTTP/1.1 503 ")) {
            later = server.exchange("GET /hello HTTP/1.0\n\n");
        }
        assertThat(later).endsWith("hello you");
    }

    @Test
    void aHandlerThatFailsIsAnswered500WithoutItsMessage() throws IOException {
        server.routes.add("GET", "/fails", request -> {
            throw new IOException("secret path");
        });

        String answer = server.exchange("GET /fails HTTP/1.0\n\n");

        assertThat(answer).startsWith("HTTP/1.1 500 ").doesNotContain("secret");
        assertThat(server.logged()).contains("GET /fails failed: secret path");
    }

    @Test
    void aStreamReachesTheClientWhileItIsWritten() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        server.routes.add(
                "GET",
                "/stream",
                request -> HttpResponse.stream("text/plain", out -> {
                    out.write("first".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    awaitQuietly(seen);
                    out.write("x".repeat(20_000).getBytes(StandardCharsets.UTF_8));
                }));
        try (HttpCall call = server.call()) {
            HttpReply reply = call.send("GET", "/stream", "x", Optional.empty(), Duration.ofSeconds(10));
            assertThat(new String(reply.body().readNBytes(5), StandardCharsets.UTF_8))
                    .isEqualTo("first");
            seen.countDown();
            assertThat(reply.bytes(30_000)).hasSize(20_000);
        }
    }

    @Test
    void waitingForMoreTakesNothingAndEndsInTime() throws Exception {
        CountDownLatch waited = new CountDownLatch(1);
        server.routes.add(
                "GET",
                "/slow",
                request -> HttpResponse.stream("text/plain", out -> {
                    out.write("one".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    awaitQuietly(waited);
                    out.write("two".getBytes(StandardCharsets.UTF_8));
                }));
        try (HttpCall call = server.call()) {
            HttpReply reply = call.send("GET", "/slow", "x", Optional.empty(), Duration.ofSeconds(10));
            assertThat(call.hasMore(Duration.ofSeconds(10))).isTrue();
            assertThat(call.hasMore(Duration.ZERO)).isTrue();
            assertThat(reply.body().readNBytes(3))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("one");
            assertThat(call.hasMore(Duration.ofMillis(50))).isFalse();
            waited.countDown();
            assertThat(call.hasMore(Duration.ofSeconds(10))).isTrue();
            assertThat(reply.bytes(10)).asString(StandardCharsets.UTF_8).isEqualTo("two");
        }
    }

    @Test
    void aStreamThatBreaksOffIsNotTakenForWhole() throws Exception {
        server.routes.add(
                "GET",
                "/breaks",
                request -> HttpResponse.stream("text/plain", out -> {
                    out.write(1);
                    out.flush();
                    throw new IOException("broke off");
                }));
        try (HttpCall call = server.call()) {
            HttpReply reply = call.send("GET", "/breaks", "x", Optional.empty(), Duration.ofSeconds(10));
            assertThatThrownBy(() -> reply.bytes(10)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void noBytesHangOrStopTheServer() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("HttpServerTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            server.exchange(RandomRequests.bytes(random));
        }

        assertThat(server.exchange("GET /hello HTTP/1.0\n\n")).endsWith("hello you");
    }

    @Test
    void closingLetsAnAnswerUnderWayReachItsClientAndEndsIdleConnections() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        server.routes.add("GET", "/slow", request -> {
            begun.countDown();
            sleepQuietly(20);
            return HttpResponse.text(200, "done");
        });
        try (SocketChannel idle = server.connect();
                SocketChannel busy = server.connect()) {
            write(busy, "GET /slow HTTP/1.1\r\nhost: x\r\n\r\n");
            begun.await(10, TimeUnit.SECONDS);
            server.close();

            assertThat(ServerFixture.readAll(busy)).endsWith("done");
            assertThat(idle.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    private static HttpLimits limits(Duration time) {
        return new HttpLimits(256, 1024, 8, 1000, 4, time, time, time);
    }

    private static void sleepQuietly(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static boolean write(SocketChannel channel, String text) {
        try {
            return channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
