package outpost.localapi;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeReady;
import outpost.core.count.Tally;
import outpost.core.http.HttpEvent;
import outpost.core.http.HttpHandler;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpServer;
import outpost.core.service.LocalApi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Serves the local API on the socket that the setting {@code localapi.socket} names. The socket is taken before any feature
 * starts, so that a second daemon stops before it touches anything; requests are answered when all features have started.
 */
public final class LocalApiFeature implements Feature, LocalApi {
    private static final String DEFAULT_SOCKET = "/run/outpost/outpostd.sock";

    private Optional<UnixListener> listener = Optional.empty();
    private Optional<HttpServer> server = Optional.empty();
    private Optional<ApiRoutes> routes = Optional.empty();
    private boolean closed;

    /** For the service loader. */
    public LocalApiFeature() {}

    @Override
    public String name() {
        return "localapi";
    }

    @Override
    public void publish(Node node) throws IOException {
        Path socket = Path.of(node.settings().text("localapi.socket").orElse(DEFAULT_SOCKET));
        UnixListener bound = UnixListener.bind(socket.toAbsolutePath());
        listener = Optional.of(bound);
        ApiRoutes api = new ApiRoutes(node, bound.path());
        routes = Optional.of(api);
        node.publish(LocalApi.class, api);
    }

    @Override
    public void route(String method, String path, Permission permission, HttpHandler handler) {
        routes.orElseThrow().route(method, path, permission, handler);
    }

    @Override
    public Path socket() {
        return routes.orElseThrow().socket();
    }

    @Override
    public void start(Node node) throws IOException {
        ApiRoutes api = routes.orElseThrow();
        new NodeRoutes(node).addTo(api);
        new PeerRoutes(node).addTo(api);
        node.events().subscribe(NodeReady.class, ready -> serve(node, api));
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (server.isPresent()) {
            server.get().close();
        }
        if (listener.isPresent()) {
            listener.get().close();
        }
    }

    private synchronized void serve(Node node, ApiRoutes api) {
        if (!closed) {
            Tally<HttpEvent> events = new Tally<>(HttpEvent.class);
            node.counters().add(name(), events::read);
            server = Optional.of(HttpServer.start(
                    "outpost-localapi",
                    listener.orElseThrow().channel(),
                    HttpLimits.small(),
                    new CallerLimit(node),
                    api,
                    log(node),
                    events));
        }
    }
}
