package outpost.portlist;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.http.HttpResponse;
import outpost.core.service.ListeningPorts;
import outpost.core.service.LocalApi;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The feature {@code portlist}: {@code GET /v1/ports} where the local API is in, and a count for whoever wants one. */
public final class PortList implements Feature {
    private final String osName;

    public PortList() {
        this(System.getProperty("os.name"));
    }

    PortList(String osName) {
        this.osName = osName;
    }

    @Override
    public String name() {
        return "portlist";
    }

    @Override
    public void publish(Node node) throws IOException {
        PortSource source = PortSource.of(osName);
        node.publish(ListeningPorts.class, () -> source.read().size());
    }

    @Override
    public void start(Node node) throws IOException {
        PortSource source = PortSource.of(osName);
        node.find(LocalApi.class)
                .ifPresent(api -> api.route("GET", "/v1/ports", LocalApi.Permission.READ, request -> answer(source)));
    }

    private static HttpResponse answer(PortSource source) throws IOException {
        List<Map<String, ?>> ports =
                source.read().stream().<Map<String, ?>>map(PortList::member).toList();
        return HttpResponse.json(200, Map.of("ports", ports));
    }

    private static Map<String, ?> member(ListeningPort port) {
        Map<String, Object> member = new TreeMap<>();
        member.put("protocol", port.transport().name().toLowerCase(Locale.ROOT));
        member.put("address", port.address());
        member.put("port", port.port());
        port.process().ifPresent(name -> member.put("process", name));
        return member;
    }
}
