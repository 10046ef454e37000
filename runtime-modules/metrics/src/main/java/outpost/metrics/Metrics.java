package outpost.metrics;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.http.Admission;
import outpost.core.http.HttpException;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpRequest;
import outpost.core.http.HttpResponse;
import outpost.core.http.HttpRoutes;
import outpost.core.http.HttpServer;
import outpost.core.log.Causes;
import outpost.core.netmap.NetmapChanged;
import outpost.core.service.LocalApi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The feature {@code metrics}: {@code GET /v1/metrics} where the local API is in, and {@code GET /metrics} over HTTP where the
 * setting {@code metrics.listen} asks for it.
 */
public final class Metrics implements Feature {
    private Optional<ServerSocketChannel> listening = Optional.empty();
    private Optional<HttpServer> server = Optional.empty();

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public void publish(Node node) throws IOException {
        Optional<InetSocketAddress> address = ListenAddress.of(node.settings());
        if (address.isPresent()) {
            ServerSocketChannel channel = ServerSocketChannel.open();
            listening = Optional.of(channel);
            bind(channel, address.get());
        }
    }

    private static void bind(ServerSocketChannel channel, InetSocketAddress address) throws IOException {
        try {
            channel.bind(address);
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen on " + address + ": " + Causes.text(e) + "; give metrics.listen another port", e);
        }
    }

    @Override
    public void start(Node node) {
        var figures = new NodeFigures(node, log(node));
        node.events().subscribe(NetmapChanged.class, change -> figures.netmapChanged());
        node.find(LocalApi.class)
                .ifPresent(
                        api -> api.route("GET", "/v1/metrics", LocalApi.Permission.READ, request -> answer(figures)));
        if (listening.isPresent()) {
            var routes = new HttpRoutes();
            routes.add("GET", "/metrics", request -> {
                refuseForeignNames(request);
                return answer(figures);
            });
            server = Optional.of(HttpServer.start(
                    "outpost-metrics", listening.get(), HttpLimits.small(), Admission.ALL, routes, log(node)));
        }
    }

    private static HttpResponse answer(NodeFigures figures) {
        return new HttpResponse.Whole(
                200,
                Map.of("content-type", TextFormat.CONTENT_TYPE),
                figures.text().getBytes(StandardCharsets.UTF_8));
    }

    /** A web page can point a name of its own at loopback and have a browser read what listens there. */
    private static void refuseForeignNames(HttpRequest request) throws HttpException {
        String host = request.header("host").orElse("");
        if (!host.matches("(localhost|127\\.[0-9.]+|\\[::1])(:[0-9]+)?")) {
            throw new HttpException(403, "ask for localhost, 127.0.0.1 or [::1], not for " + host);
        }
    }

    @Override
    public void close() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        } else if (listening.isPresent()) {
            listening.get().close();
        }
    }
}
