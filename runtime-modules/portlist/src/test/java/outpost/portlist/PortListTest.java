package outpost.portlist;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.FeatureException;
import outpost.core.Features;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.command.Command;
import outpost.core.command.CommandRunner;
import outpost.core.http.HttpHandler;
import outpost.core.http.HttpResponse;
import outpost.core.json.Json;
import outpost.core.json.JsonObject;
import outpost.core.service.ListeningPorts;
import outpost.core.service.LocalApi;
import outpost.portlist.ListeningPort.Transport;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PortListTest {
    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void portsOpenedHereAreListedWithThisProcessAsOwnerAndConnectionsAreNot() throws Exception {
        var loopback = InetAddress.getByName("127.0.0.1");
        try (var tcp = new ServerSocket(0, 5, loopback);
                var client = new Socket(loopback, tcp.getLocalPort());
                var udp = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
            var ports = PortSource.of("Linux").read();

            assertThat(ports)
                    .contains(owned(Transport.TCP, tcp.getLocalPort()), owned(Transport.UDP, udp.getLocalPort()))
                    .noneMatch(port -> port.port() == client.getLocalPort() && port.transport() == Transport.TCP);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void localApiAndTheCountSeeTheSamePorts() throws Exception {
        var api = new Routes();
        try (var tcp = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                var running = start(api)) {
            JsonObject answer = Json.read(((HttpResponse.Whole) api.call("GET /v1/ports")).body());

            assertThat(answer.objects("ports")).anySatisfy(port -> {
                assertThat(port.text("protocol")).isEqualTo("tcp");
                assertThat(port.text("address")).isEqualTo("127.0.0.1");
                assertThat(port.number("port")).hasValue((long) tcp.getLocalPort());
                assertThat(port.optionalText("process")).isPresent();
            });
            assertThat(running.node().find(ListeningPorts.class).orElseThrow().count())
                    .isPositive();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nodeWithoutALocalApiStillCounts() throws Exception {
        try (var tcp = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                var running = start(new Unrelated())) {
            assertThat(tcp.isBound()).isTrue();
            assertThat(running.node().find(ListeningPorts.class).orElseThrow().count())
                    .isPositive();
        }
    }

    @Test
    void ownerIsFoundByTheLinksOfItsOpenFilesAndItsNameIsMadeHarmless() throws IOException {
        Path files = Files.createDirectories(folder.resolve("77/fd"));
        Files.createSymbolicLink(files.resolve("3"), Path.of("socket:[41001]"));
        Files.createSymbolicLink(files.resolve("4"), Path.of("pipe:[41002]"));
        Files.writeString(folder.resolve("77/comm"), "ng\u001b[31minx\n");
        Files.createDirectories(folder.resolve("78"));

        assertThat(new SocketOwners(folder).find(Set.of(41001L, 41002L))).isEqualTo(Map.of(41001L, "ng?[31minx"));
    }

    @Test
    void netstatThatFailsIsReportedWithWhatItSaid() {
        var runner = new CommandRunner(Duration.ofSeconds(20), 4096);
        var source = new NetstatSource(runner, Command.of("sh", "-c", "echo no kernel; exit 1"), output -> List.of());

        assertThatIOException().isThrownBy(source::read).withMessageEndingWith("ended with 1: no kernel");
    }

    @Test
    void netstatIsRunAndItsPortsAreSorted() throws IOException {
        String output = "tcp4 0 0 *.80 *.* LISTEN\ntcp4 0 0 *.22 *.* LISTEN\ntcp6 0 0 *.22 *.* LISTEN";
        var runner = new CommandRunner(Duration.ofSeconds(20), 4096);
        var source =
                new NetstatSource(runner, Command.of("printf", "%s", output), text -> BsdNetstat.read(text.lines()));

        assertThat(source.read()).extracting(ListeningPort::port).containsExactly(22, 80);
    }

    @Test
    void systemNobodyKnowsIsNamed() {
        assertThatExceptionOfType(FeatureException.class)
                .isThrownBy(() -> RunningNode.start(config(), List.of(new PortList("Plan 9")), quiet()))
                .withMessageContaining("Plan 9");
    }

    @Test
    void moduleProvidesItAsAFeature() throws FeatureException {
        assertThat(Features.inImage()).singleElement().isInstanceOf(PortList.class);
    }

    private static ListeningPort owned(Transport transport, int port) throws IOException {
        String self = Files.readString(Path.of("/proc/self/comm"), StandardCharsets.UTF_8)
                .strip();
        return new ListeningPort(transport, "127.0.0.1", port, Optional.of(self));
    }

    private RunningNode start(Feature beside) throws IOException, FeatureException {
        return RunningNode.start(config(), List.of(new PortList("Linux"), beside), quiet());
    }

    private NodeConfig config() {
        return new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(Map.of()));
    }

    private static PrintStream quiet() {
        return new PrintStream(PrintStream.nullOutputStream());
    }

    private record Unrelated() implements Feature {
        @Override
        public String name() {
            return "unrelated";
        }
    }

    /** The local API without a socket: routes are called by name. */
    private static final class Routes implements Feature, LocalApi {
        private final Map<String, HttpHandler> handlers = new HashMap<>();

        @Override
        public String name() {
            return "localapi";
        }

        @Override
        public void publish(Node node) {
            node.publish(LocalApi.class, this);
        }

        @Override
        public void route(String method, String path, Permission permission, HttpHandler handler) {
            handlers.put(method + " " + path, handler);
        }

        @Override
        public Path socket() {
            throw new UnsupportedOperationException("these routes have no socket");
        }

        HttpResponse call(String route) throws IOException {
            return handlers.get(route).handle(null);
        }
    }
}
