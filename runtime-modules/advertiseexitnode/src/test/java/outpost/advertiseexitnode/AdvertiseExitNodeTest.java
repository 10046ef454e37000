package outpost.advertiseexitnode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.netmap.IpPrefix;
import outpost.core.service.ExitDns;
import outpost.core.service.RouteOffers;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AdvertiseExitNodeTest {
    @TempDir
    private Path folder;

    private final Ways ways = new Ways();
    private final Names names = new Names();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void theWayToEverywhereIsOfferedAndItsUsersQuestionsAreAnswered() throws Exception {
        try (RunningNode running = start("true", List.of(new AdvertiseExitNode(), ways, names))) {
            assertThat(running.node().features()).contains("advertiseexitnode");
            assertThat(ways.offered).isEqualTo("advertiseexitnode [0.0.0.0/0, ::/0]");
            assertThat(names.served).isTrue();
        }
    }

    @Test
    void whereNobodyAnswersQuestionsTheWayIsOfferedAllTheSameAndTheLackIsTold() throws Exception {
        try (RunningNode running = start("true", List.of(new AdvertiseExitNode(), ways))) {
            assertThat(running.node().features()).contains("advertiseexitnode");
            assertThat(ways.offered).isEqualTo("advertiseexitnode [0.0.0.0/0, ::/0]");
            assertThat(log.toString(StandardCharsets.UTF_8))
                    .contains("whoever takes this way out finds no names")
                    .contains("take in peerapiserver");
        }
    }

    @Test
    void whoeverIsNotToldToOffersNothing() throws Exception {
        try (RunningNode running = start("false", List.of(new AdvertiseExitNode(), ways, names))) {
            assertThat(running.node().features()).contains("advertiseexitnode");
            assertThat(ways.offered).isEmpty();
            assertThat(names.served).isFalse();
        }
    }

    @Test
    void whatCannotBeOfferedIsTold() {
        assertThatThrownBy(() -> start("perhaps", List.of(new AdvertiseExitNode(), ways, names)))
                .hasMessageContaining("setting advertiseexitnode: expected true or false, found perhaps");
        assertThatThrownBy(() -> start("true", List.of(new AdvertiseExitNode(), names)))
                .hasMessageContaining("nothing in this image provides RouteOffers");
    }

    private RunningNode start(String offered, List<Feature> features) throws Exception {
        var config = new NodeConfig(
                folder.resolve("state"),
                folder.resolve("netmap.json"),
                Settings.of(Map.of("advertiseexitnode", offered)));
        return RunningNode.start(config, features, new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private static final class Ways implements Feature, RouteOffers {
        private volatile String offered = "";

        @Override
        public String name() {
            return "advertiseroutes";
        }

        @Override
        public void publish(Node node) {
            node.publish(RouteOffers.class, this);
        }

        @Override
        public void offer(String feature, Collection<IpPrefix> ranges) {
            offered = feature + " " + ranges;
        }
    }

    private static final class Names implements Feature, ExitDns {
        private volatile boolean served;

        @Override
        public String name() {
            return "peerapiserver";
        }

        @Override
        public void publish(Node node) {
            node.publish(ExitDns.class, this);
        }

        @Override
        public void serve() {
            served = true;
        }
    }
}
