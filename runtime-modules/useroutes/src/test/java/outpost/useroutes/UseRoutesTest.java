package outpost.useroutes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.netmap.IpPrefix;
import outpost.core.service.Health;
import outpost.core.service.MeshRoutes;
import outpost.core.service.Problem;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

class UseRoutesTest {
    @TempDir
    private Path folder;

    @Test
    void subnetsOfPeersAreTakenExceptOwnOnesAndWaysOut() throws Exception {
        netmap("\"192.0.2.0/24\", \"0.0.0.0/0\", \"10.1.0.0/16\"", "\"192.0.2.0/24\", \"fd00:1::/64\"");
        Router router = new Router();
        try (RunningNode running = start(router)) {
            assertThat(router.accepted).as("not yet up").isEmpty();
            running.node().up();
            until(() -> router.accepted.equals(List.of("192.0.2.0/24", "fd00:1::/64")));

            netmap("\"10.1.0.0/16\", \"198.51.100.0/24\"", "");
            until(() -> router.accepted.equals(List.of("198.51.100.0/24")));

            running.node().down();
            until(() -> router.accepted.isEmpty());
        }
    }

    @Test
    void withoutSystemRoutesThatIsAProblemThatIsTold() throws Exception {
        Nurse nurse = new Nurse();
        try (RunningNode running = start(nurse)) {
            assertThat(running.node().features()).contains("useroutes");
            assertThat(nurse.told.get("useroutes"))
                    .startsWith("no subnet is reached")
                    .endsWith("take in osrouter");
        }
    }

    private RunningNode start(Feature beside) throws Exception {
        var config = new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(Map.of()));
        return RunningNode.start(
                config, List.of(new UseRoutes(), beside), new PrintStream(PrintStream.nullOutputStream()));
    }

    private void netmap(String first, String second) throws Exception {
        Files.writeString(folder.resolve("netmap.json"), """
                {"self": {"name": "me", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"],
                   "advertisedRoutes": ["10.1.0.0/16"]},
                 "peers": [{"name": "a", "addresses": ["100.64.0.2"], "allowedRoutes": [%s]},
                   {"name": "b", "addresses": ["100.64.0.3"], "allowedRoutes": [%s]}]}
                """.formatted(first, second));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).as("in twenty seconds").isTrue();
    }

    private static final class Router implements Feature, MeshRoutes {
        private volatile List<String> accepted = List.of();

        @Override
        public String name() {
            return "osrouter";
        }

        @Override
        public void publish(Node node) {
            node.publish(MeshRoutes.class, this);
        }

        @Override
        public void accept(String feature, Collection<IpPrefix> ranges) {
            accepted = ranges.stream().map(IpPrefix::toString).toList();
        }

        @Override
        public SortedMap<String, List<IpPrefix>> accepted() {
            return new TreeMap<>();
        }
    }

    private static final class Nurse implements Feature, Health {
        private final Map<String, String> told = new ConcurrentHashMap<>();

        @Override
        public String name() {
            return "health";
        }

        @Override
        public void publish(Node node) {
            node.publish(Health.class, this);
        }

        @Override
        public void report(String key, String text) {
            told.put(key, text);
        }

        @Override
        public void clear(String key) {}

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }
}
