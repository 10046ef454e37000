package outpost.cli;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.cli.LiveDaemon.Ended;
import outpost.core.http.Admission;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpResponse;
import outpost.core.http.HttpRoutes;
import outpost.core.http.HttpServer;
import outpost.core.log.LogHub;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that ask features of which the daemon of the other tests has none. */
@Timeout(60)
class PlayedAnswersTest {
    @TempDir
    Path folder;

    private final HttpRoutes routes = new HttpRoutes();
    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (HttpServer server : servers) {
            server.close();
        }
    }

    @Test
    void whatANodeOffersIsAskedWhereTheControlSideAsks() throws IOException {
        routes.add(
                "GET",
                "/c2n/offers",
                request -> HttpResponse.json(
                        200,
                        Map.of(
                                "version",
                                "1",
                                "offers",
                                Map.of("advertiseroutes", Map.of("ranges", List.of("192.0.2.0/24"))))));
        String at = control();

        assertThat(LiveDaemon.run(List.of("offers", at)))
                .isEqualTo(new Ended(0, "OFFERS           WHAT\nadvertiseroutes  ranges 192.0.2.0/24\n", ""));
        assertThat(LiveDaemon.run(List.of("offers", at, "--json")).out()).contains("\"192.0.2.0/24\"", "\"version\"");
    }

    @Test
    void whereNobodyOffersAnythingToAskThatIsSaid() throws IOException {
        String at = control();
        assertThat(LiveDaemon.run(List.of("offers", at)))
                .isEqualTo(new Ended(1, "", "outpost: " + at + " answered with status 404; is it c2n of outpostd?\n"));
        close();
        Ended nobody = LiveDaemon.run(List.of("offers", at));
        assertThat(nobody.exitCode()).isEqualTo(3);
        assertThat(nobody.err()).contains("cannot ask c2n on " + at, "Start outpostd with c2n.listen = " + at);
        assertThat(LiveDaemon.run(List.of("offers", "localhost:1")).exitCode()).isEqualTo(2);

        routes.add("GET", "/c2n/offers", request -> HttpResponse.text(200, "hello"));
        assertThat(LiveDaemon.run(List.of("offers", control())).err()).contains("is not c2n's");
    }

    @Test
    void theIconIsSavedWhole() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
        routes.add(
                "GET",
                "/v1/icon",
                request -> HttpResponse.json(
                        200,
                        Map.of(
                                "text",
                                "Outpost: stopped",
                                "width",
                                32,
                                "height",
                                32,
                                "color",
                                "#808080",
                                "png",
                                Base64.getEncoder().encodeToString(png))));
        daemon();
        Path file = Files.writeString(folder.resolve("icon.png"), "a former one");

        assertThat(LiveDaemon.outpost(folder, "icon", file.toString()))
                .isEqualTo(new Ended(0, file + ": 32 x 32 pixels, #808080, Outpost: stopped\n", ""));
        assertThat(file).hasBinaryContent(png);
        assertThat(LiveDaemon.outpost(
                        folder, "icon", folder.resolve("no/where.png").toString()))
                .satisfies(ended -> assertThat(ended.exitCode()).isEqualTo(1))
                .satisfies(ended -> assertThat(ended.err()).contains("cannot be written", "name another file"));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(file, LiveDaemon.socket(folder));
        }
    }

    @Test
    void whereNobodyDrawsThatIsSaid() throws IOException {
        daemon();
        assertThat(LiveDaemon.outpost(folder, "icon", folder.resolve("icon.png").toString()))
                .isEqualTo(new Ended(4, "", "outpost: nobody draws an icon, because desktop is not in this image\n"));
        assertThat(folder.resolve("icon.png")).doesNotExist();
    }

    private String control() throws IOException {
        ServerSocketChannel channel =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        serve(channel);
        return "127.0.0.1:" + channel.socket().getLocalPort();
    }

    private void daemon() throws IOException {
        serve(ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(LiveDaemon.socket(folder))));
    }

    private void serve(ServerSocketChannel channel) {
        LogHub logs = new LogHub(Clock.systemUTC(), new PrintStream(PrintStream.nullOutputStream()));
        servers.add(HttpServer.start("played", channel, HttpLimits.small(), Admission.ALL, routes, logs.log("test")));
    }
}
