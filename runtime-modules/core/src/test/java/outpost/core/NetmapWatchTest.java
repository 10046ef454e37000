package outpost.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.netmap.NetmapChanged;
import outpost.core.service.Health;
import outpost.core.service.Problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class NetmapWatchTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatTurnsBadKeepsTheFormerNetmapAndIsAProblemUntilItIsGoodAgain() throws Exception {
        Path file = Files.writeString(folder.resolve("netmap.json"), json("a"));
        Problems problems = new Problems();
        List<String> names = new ArrayList<>();
        NodeConfig config = new NodeConfig(folder.resolve("state"), file, Settings.of(Map.of()));
        try (RunningNode running = RunningNode.start(config, List.of(problems), System.err)) {
            Node node = running.node();
            node.events()
                    .subscribe(
                            NetmapChanged.class,
                            change -> names.add(change.now().self().name()));
            await(() -> node.netmap().isPresent());

            Files.writeString(file, "{");
            await(() -> problems.texts.containsKey("netmap"));
            assertThat(node.netmap().orElseThrow().self().name()).isEqualTo("a");
            assertThat(problems.texts.get("netmap")).contains("the former netmap stays in use");

            Files.writeString(file, json("b"));
            await(() -> problems.texts.isEmpty());
            node.events().drain();
        }

        assertThat(names).endsWith("b").doesNotHaveDuplicates();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    private static String json(String name) {
        return "{\"self\": {\"name\": \"" + name
                + "\", \"dnsSuffix\": \"tail.example\", \"addresses\": [\"100.64.0.1\"]}}";
    }

    private static final class Problems implements Feature, Health {
        private final Map<String, String> texts = new ConcurrentHashMap<>();

        @Override
        public String name() {
            return "problems";
        }

        @Override
        public void publish(Node node) {
            node.publish(Health.class, this);
        }

        @Override
        public void report(String key, String text) {
            texts.put(key, text);
        }

        @Override
        public void clear(String key) {
            texts.remove(key);
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }
}
