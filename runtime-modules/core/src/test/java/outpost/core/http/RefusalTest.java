package outpost.core.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class RefusalTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final HttpLimits LIMITS = new HttpLimits(256, 1024, 8, 1000, 4, TIME, TIME, TIME);

    @TempDir
    Path folder;

    @Test
    void aFloodOfRefusalsIsOneLineInTheLog() throws Exception {
        try (ServerFixture server = new ServerFixture(folder, LIMITS)) {
            HeldPlaces held = HeldPlaces.all(server, LIMITS);
            for (int i = 0; i < 100; i++) {
                try (SocketChannel channel = server.connect()) {
                    assertThat(ServerFixture.readAll(channel)).contains("takes 4 connections at a time");
                }
            }
            held.close();

            assertThat(server.logged()).containsOnlyOnce("one was refused");
        }
    }

    @Test
    void anAnswerThatCameBeforeTheRequestCouldBeSentIsRead() throws Exception {
        try (ServerSocketChannel listening = listen();
                HttpCall call = HttpCall.over(SocketChannel.open(listening.getLocalAddress()), LIMITS)) {
            new Refusal("full; try \"later\"").send(listening.accept());

            HttpReply reply = call.send("GET", "/hello", "x", Optional.empty(), Duration.ofSeconds(10));

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.bytes(100))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("{\"error\":\"full; try \\\"later\\\"\"}\n");
        }
    }

    @Test
    void withoutAnAnswerTheFailureToSendIsWhatCounts() throws Exception {
        try (ServerSocketChannel listening = listen();
                HttpCall call = HttpCall.over(SocketChannel.open(listening.getLocalAddress()), LIMITS)) {
            listening.accept().close();

            assertThatThrownBy(() -> call.send("GET", "/hello", "x", Optional.empty(), Duration.ofSeconds(10)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Broken pipe");
        }
    }

    private ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve("other")));
    }
}
