package outpost.c2n;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.SettingException;
import outpost.core.Settings;
import outpost.core.Version;
import outpost.core.count.Tally;
import outpost.core.http.Admission;
import outpost.core.http.HttpEvent;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpResponse;
import outpost.core.http.HttpRoutes;
import outpost.core.http.HttpServer;
import outpost.core.log.Causes;
import outpost.core.netmap.Endpoints;
import outpost.core.service.Offers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The feature {@code c2n}: the control side asks this node what it offers. Here the control side is whoever keeps the netmap's file
 * on this machine, so it asks on loopback. Setting: {@code c2n.listen}.
 */
public final class ControlToNode implements Feature, Offers {
    private final SortedMap<String, Map<String, Object>> offers = new TreeMap<>();
    private Optional<ServerSocketChannel> listening = Optional.empty();
    private Optional<HttpServer> server = Optional.empty();

    /** For the service loader. */
    public ControlToNode() {}

    @Override
    public String name() {
        return "c2n";
    }

    @Override
    public synchronized void offer(String feature, Map<String, Object> things) {
        if (things.isEmpty()) {
            offers.remove(feature);
        } else {
            offers.put(feature, Collections.unmodifiableSortedMap(new TreeMap<>(things)));
        }
    }

    @Override
    public synchronized SortedMap<String, Map<String, Object>> current() {
        return new TreeMap<>(offers);
    }

    @Override
    public void publish(Node node) throws IOException {
        node.publish(Offers.class, this);
        Optional<InetSocketAddress> address = address(node.settings());
        if (address.isPresent()) {
            ServerSocketChannel channel = ServerSocketChannel.open();
            listening = Optional.of(channel);
            try {
                channel.bind(address.get());
            } catch (IOException e) {
                throw new IOException(
                        "cannot listen on " + address.get() + ": " + Causes.text(e) + "; give c2n.listen another port",
                        e);
            }
        }
    }

    private static Optional<InetSocketAddress> address(Settings settings) throws SettingException {
        Optional<String> text = settings.text("c2n.listen");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        InetSocketAddress address = Endpoints.parse(text.get())
                .filter(found -> found.getAddress().isLoopbackAddress())
                .orElseThrow(() -> new SettingException(
                        "c2n.listen", "\"" + text.get() + "\" is no port on loopback, as 127.0.0.1:8090 is"));
        return Optional.of(address);
    }

    @Override
    public void start(Node node) {
        listening.ifPresent(channel -> {
            HttpRoutes routes = new HttpRoutes();
            Tally<HttpEvent> events = new Tally<>(HttpEvent.class);
            node.counters().add(name(), events::read);
            routes.add(
                    "GET",
                    "/c2n/offers",
                    request -> HttpResponse.json(
                            200,
                            Map.of("version", Version.current(), "features", node.features(), "offers", current())));
            routes.add("POST", "/c2n/echo", request -> new HttpResponse.Whole(200, Map.of(), request.body()));
            server = Optional.of(HttpServer.start(
                    "outpost-c2n", channel, HttpLimits.small(), Admission.ALL, routes, log(node), events));
        });
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
