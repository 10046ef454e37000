package outpost.advertiseroutes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.netmap.IpPrefix;
import outpost.core.service.Offers;
import outpost.core.service.PacketForwarding;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AdvertiseRoutesTest {
    @TempDir
    private Path folder;

    private final Beside beside = new Beside();

    @Test
    void rangesAreOfferedAndThoseThatTheNetworkGrantsAreLetThrough() throws Exception {
        netmap("\"192.0.2.0/24\", \"198.51.100.0/24\"");
        try (RunningNode running = start("192.0.2.0/24, fd00:1::/64", List.of(new AdvertiseRoutes(), beside))) {
            assertThat(beside.offered).isEqualTo("{ranges=[192.0.2.0/24, fd00:1::/64]}");
            assertThat(beside.allowed).as("not yet up").isEmpty();
            running.node().up();
            until(() -> beside.allowed.equals(List.of("192.0.2.0/24")));

            netmap("\"fd00:1::/64\", \"192.0.2.0/25\"");
            until(() -> beside.allowed.equals(List.of("fd00:1::/64")));

            running.node().down();
            until(() -> beside.allowed.isEmpty());
        }
    }

    @Test
    void whatAnotherFeatureOffersIsLetThroughUnderItsName() throws Exception {
        netmap("\"0.0.0.0/0\"");
        AdvertiseRoutes routes = new AdvertiseRoutes();
        try (RunningNode running = start("", List.of(routes, beside))) {
            routes.offer(
                    "advertiseexitnode", List.of(IpPrefix.parse("0.0.0.0/0").orElseThrow()));
            assertThat(beside.offered).isEqualTo("{ranges=[0.0.0.0/0]}");
            running.node().up();
            until(() -> beside.allowed.equals(List.of("0.0.0.0/0")));
        }
    }

    @Test
    void whoeverOffersNothingAsksForNothing() throws Exception {
        try (RunningNode running = start("", List.of(new AdvertiseRoutes()))) {
            assertThat(running.node().features()).containsExactly("advertiseroutes");
        }
    }

    @Test
    void whatCannotBeOfferedIsTold() {
        for (String wrong : List.of("192.0.2.1/24", "0.0.0.0/0", "::/0", "office")) {
            assertThatThrownBy(() -> start(wrong, List.of(new AdvertiseRoutes(), beside)))
                    .hasMessageContaining("\"" + wrong + "\" is no subnet, as 192.168.1.0/24 is");
        }
        assertThatThrownBy(() -> start("192.0.2.0/24", List.of(new AdvertiseRoutes())))
                .hasMessageContaining("nothing in this image provides Offers");
    }

    private RunningNode start(String ranges, List<Feature> features) throws Exception {
        var config = new NodeConfig(
                folder.resolve("state"),
                folder.resolve("netmap.json"),
                Settings.of(Map.of("advertiseroutes.ranges", ranges)));
        return RunningNode.start(config, features, new PrintStream(PrintStream.nullOutputStream()));
    }

    private void netmap(String granted) throws Exception {
        Files.writeString(folder.resolve("netmap.json"), """
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"], "advertisedRoutes": [%s]},
                 "peers": []}
                """.formatted(granted));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).as("in twenty seconds").isTrue();
    }

    private static final class Beside implements Feature, Offers, PacketForwarding {
        private volatile String offered = "";
        private volatile List<String> allowed = List.of();

        @Override
        public String name() {
            return "beside";
        }

        @Override
        public void publish(Node node) {
            node.publish(Offers.class, this);
            node.publish(PacketForwarding.class, this);
        }

        @Override
        public void offer(String feature, Map<String, Object> things) {
            offered = things.toString();
        }

        @Override
        public SortedMap<String, Map<String, Object>> current() {
            return new TreeMap<>();
        }

        @Override
        public void allow(String feature, Collection<IpPrefix> ranges) {
            allowed = ranges.stream().map(IpPrefix::toString).toList();
        }
    }
}
