package outpost.core.netmap;

import outpost.core.json.Json;
import outpost.core.json.JsonException;
import outpost.core.json.JsonObject;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a netmap from JSON that may come from anybody. Members it does not know are passed over, so that a newer sender does not
 * cut off an older node. The first fault ends the reading.
 */
public final class NetmapReader {
    /** The largest netmap, in bytes. */
    public static final int LIMIT = 4 << 20;

    private static final int PEERS = 10_000;
    private static final int ADDRESSES = 8;
    private static final int ROUTES = 256;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final Set<String> names = new HashSet<>();
    private final Set<InetAddress> addresses = new HashSet<>();

    private NetmapReader() {}

    /** Time and memory grow in proportion to the size. */
    public static Netmap read(byte[] json) throws NetmapException {
        if (json.length > LIMIT) {
            throw new NetmapException("it is larger than " + LIMIT + " bytes");
        }
        try {
            return new NetmapReader().netmap(Json.read(json));
        } catch (JsonException e) {
            throw new NetmapException(e);
        }
    }

    private Netmap netmap(JsonObject object) throws JsonException {
        Self self = self(object.object("self"));
        List<JsonObject> objects = object.objects("peers");
        if (objects.size() > PEERS) {
            throw object.wrong("peers", "more than " + PEERS);
        }
        List<Peer> peers = new ArrayList<>();
        for (JsonObject peer : objects) {
            peers.add(peer(peer));
        }
        peers.sort(Comparator.comparing(Peer::name));
        return new Netmap(self, peers);
    }

    private Self self(JsonObject object) throws JsonException {
        return new Self(
                name(object), suffix(object), addresses(object), routes(object, "advertisedRoutes"), key(object));
    }

    private Peer peer(JsonObject object) throws JsonException {
        return new Peer(
                name(object),
                addresses(object),
                routes(object, "allowedRoutes"),
                object.flag("online", false),
                key(object),
                endpoint(object),
                port(object, "peerApi"));
    }

    private String name(JsonObject object) throws JsonException {
        String name = object.text("name");
        if (!LABEL.matcher(name).matches()) {
            throw object.wrong("name", "not one label of lower-case letters, digits and hyphens, at most 63 long");
        }
        if (!names.add(name)) {
            throw object.wrong("name", "another node has the name " + name);
        }
        return name;
    }

    private static String suffix(JsonObject object) throws JsonException {
        String suffix = object.text("dnsSuffix");
        boolean labels = List.of(suffix.split("\\.", -1)).stream()
                .allMatch(label -> LABEL.matcher(label).matches());
        if (suffix.length() > 180 || !labels) {
            throw object.wrong("dnsSuffix", "not a domain name in lower case, without a dot at either end");
        }
        return suffix;
    }

    private List<InetAddress> addresses(JsonObject object) throws JsonException {
        List<InetAddress> found = new ArrayList<>();
        List<String> texts = object.texts("addresses");
        if (texts.isEmpty() || texts.size() > ADDRESSES) {
            throw object.wrong("addresses", "expected 1 to " + ADDRESSES + ", found " + texts.size());
        }
        for (String text : texts) {
            String at = "addresses[" + found.size() + "]";
            InetAddress address =
                    Addresses.parse(text).orElseThrow(() -> object.wrong(at, "not an IPv4 or IPv6 address"));
            if (!Addresses.inMesh(address)) {
                throw object.wrong(
                        at, text + " is not in 100.64.0.0/10 or fc00::/7, or is kept for the node's own services");
            }
            if (!addresses.add(address)) {
                throw object.wrong(at, "another node has the address " + text);
            }
            found.add(address);
        }
        return found;
    }

    private static List<IpPrefix> routes(JsonObject object, String name) throws JsonException {
        List<String> texts = object.texts(name);
        if (texts.size() > ROUTES) {
            throw object.wrong(name, "more than " + ROUTES);
        }
        List<IpPrefix> routes = new ArrayList<>();
        for (String text : texts) {
            String at = name + "[" + routes.size() + "]";
            routes.add(IpPrefix.parse(text)
                    .orElseThrow(() -> object.wrong(at, "not a range such as 10.1.0.0/16 with no bits behind it")));
        }
        return routes.stream().distinct().sorted().toList();
    }

    private static Optional<String> key(JsonObject object) throws JsonException {
        Optional<String> key = object.optionalText("key");
        if (key.isPresent() && !isKey(key.get())) {
            throw object.wrong("key", "not 32 bytes in Base64");
        }
        return key;
    }

    private static boolean isKey(String text) {
        try {
            return text.length() == 44 && Base64.getDecoder().decode(text).length == 32;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Integer> port(JsonObject object, String name) throws JsonException {
        Optional<Long> port = object.number(name);
        if (port.isPresent() && (port.get() < 1 || port.get() > 65_535)) {
            throw object.wrong(name, "not a port from 1 to 65535");
        }
        return port.map(Long::intValue);
    }

    private static Optional<InetSocketAddress> endpoint(JsonObject object) throws JsonException {
        Optional<String> text = object.optionalText("endpoint");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Endpoints.parse(text.get())
                .orElseThrow(() -> object.wrong(
                        "endpoint", "not an address with a port, such as 192.0.2.1:51820 or [2001:db8::1]:51820")));
    }
}
