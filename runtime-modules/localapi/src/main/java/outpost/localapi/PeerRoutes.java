package outpost.localapi;

import outpost.core.Node;
import outpost.core.NodeState;
import outpost.core.http.HttpException;
import outpost.core.http.HttpRequest;
import outpost.core.http.HttpResponse;
import outpost.core.log.Causes;
import outpost.core.netmap.Addresses;
import outpost.core.service.DnsAnswer;
import outpost.core.service.LocalApi;
import outpost.core.service.LocalApi.Permission;
import outpost.core.service.Pinger;
import outpost.core.service.Resolver;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions that other features answer where they are in the image. Where they are not, the answer names them: status 501. */
final class PeerRoutes {
    private static final Duration PING_TIME = Duration.ofSeconds(5);
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9]{0,9}");

    private final Node node;

    PeerRoutes(Node node) {
        this.node = node;
    }

    void addTo(LocalApi api) {
        api.route("GET", "/v1/ping", Permission.READ, this::ping);
        api.route("POST", "/v1/ping", Permission.READ, this::ping);
        api.route("GET", "/v1/dig", Permission.READ, this::dig);
    }

    private HttpResponse ping(HttpRequest request) throws IOException {
        Optional<Pinger> pinger = node.find(Pinger.class);
        if (pinger.isEmpty()) {
            return missing("wireguard", "there is no data plane in this image to ping through: wireguard is not in it");
        }
        String peer = argument(request, "peer");
        InetAddress address = address(peer);
        requireRunning();
        try {
            Optional<Duration> took = pinger.get().ping(address, PING_TIME);
            if (took.isEmpty()) {
                throw new HttpException(504, "no answer from " + peer + " within " + PING_TIME.toSeconds() + " s");
            }
            return HttpResponse.json(
                    200,
                    Map.of(
                            "peer",
                            peer,
                            "address",
                            Addresses.text(address),
                            "microseconds",
                            took.get().toNanos() / 1000));
        } catch (HttpException e) {
            throw e;
        } catch (IOException e) {
            throw new HttpException(502, "the ping could not be sent: " + Causes.text(e));
        }
    }

    private HttpResponse dig(HttpRequest request) throws IOException {
        Optional<Resolver> resolver = node.find(Resolver.class);
        if (resolver.isEmpty()) {
            return missing("dns", "there is no resolver in this image to ask: dns is not in it");
        }
        String type = request.argument("type").orElse("A");
        if (!TYPE.matcher(type).matches()) {
            throw new HttpException(400, "the record type is not written as A, AAAA, TXT and the like");
        }
        String name = argument(request, "name");
        requireRunning();
        try {
            return HttpResponse.json(200, answer(resolver.get().resolve(name, type)));
        } catch (HttpException e) {
            throw e;
        } catch (IOException e) {
            throw new HttpException(504, "no answer for " + name + ": " + Causes.text(e));
        }
    }

    private static Map<String, Object> answer(DnsAnswer answer) {
        return Map.of(
                "code", answer.code(),
                "flags", answer.flags(),
                "records", answer.records(),
                "server", answer.server(),
                "microseconds", answer.took().toNanos() / 1000);
    }

    private InetAddress address(String peer) throws HttpException {
        return node.netmap()
                .flatMap(netmap -> netmap.peer(peer))
                .map(found -> found.addresses().get(0))
                .or(() -> Addresses.parse(peer).filter(Addresses::inMesh))
                .orElseThrow(() -> new HttpException(
                        404, "no peer is called " + peer + "; outpost status lists the names there are"));
    }

    private void requireRunning() throws HttpException {
        if (node.state() != NodeState.RUNNING) {
            throw new HttpException(409, "the node is " + node.state().word() + "; run outpost up and try again");
        }
    }

    private static String argument(HttpRequest request, String name) throws HttpException {
        return request.argument(name)
                .filter(value -> !value.isBlank() && value.length() <= 255)
                .orElseThrow(() -> new HttpException(400, "the argument " + name + " is missing or too long"));
    }

    private static HttpResponse missing(String feature, String message) {
        return HttpResponse.json(501, Map.of("error", message, "missing", feature));
    }
}
