package outpost.lab;

import outpost.core.json.Json;
import outpost.core.json.JsonException;
import outpost.core.json.JsonObject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands in for the control side: asks each node on its loopback what it offers, grants every feature the ranges it offers, and
 * writes each node's netmap. It tells the others of a peer API only where the node offers one.
 */
public final class Control {
    /** Behind the names of all members. */
    public static final String SUFFIX = "tail.example";

    private final List<LabNode> nodes = new ArrayList<>();
    private final List<Member> others = new ArrayList<>();

    Control() {}

    void add(LabNode node) {
        nodes.add(node);
    }

    /** A member that is no node of the lab: one without Outpost, or one that is not there at all. */
    public void add(Member other) {
        others.add(other);
    }

    /** Asks every node that was started, and writes the netmaps. Nodes that run take them up within a second. */
    public List<Member> tell() {
        List<LabNode> started = nodes.stream().filter(LabNode::isStarted).toList();
        List<Member> members = new ArrayList<>();
        started.forEach(node -> members.add(ask(node)));
        members.addAll(others);
        started.forEach(node -> write(node, members));
        return members;
    }

    /** Asks one node what it offers. */
    public Member ask(LabNode node) {
        Said said = node.host()
                .must("curl", "-sS", "--fail", "--max-time", "10", "http://" + LabNode.CONTROL + "/c2n/offers");
        try {
            JsonObject offers =
                    Json.read(said.text().getBytes(StandardCharsets.UTF_8)).object("offers");
            JsonObject wireguard = offers.object("wireguard");
            List<String> routes = new ArrayList<>();
            for (String feature : offers.asMap().keySet()) {
                routes.addAll(offers.object(feature).texts("ranges"));
            }
            Optional<JsonObject> api = offers.optionalObject("peerapiserver");
            Optional<Long> port = api.isPresent() ? api.get().number("port") : Optional.empty();
            return new Member(
                    node.name(),
                    node.addresses(),
                    routes,
                    wireguard.text("key"),
                    node.host().address() + ":" + wireguard.number("port").orElseThrow(),
                    port.map(Long::intValue));
        } catch (JsonException e) {
            throw new AssertionError("what " + node.name() + " offers cannot be read: " + said.text(), e);
        }
    }

    /** Writes one node's netmap whole, as one that is watched has to be. */
    private static void write(LabNode node, List<Member> members) {
        Member self = members.stream()
                .filter(member -> member.name().equals(node.name()))
                .findFirst()
                .orElseThrow();
        String text = Json.page(Map.of(
                "self",
                self.asSelf(),
                "peers",
                members.stream()
                        .filter(member -> member != self)
                        .map(Member::asPeer)
                        .toList()));
        try {
            Path partial = node.netmap().resolveSibling("netmap.json.partial");
            Files.writeString(partial, text);
            Files.move(partial, node.netmap(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        node.host().transcript().file(node.netmap(), text);
    }
}
