package outpost.desktop;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.NodeState;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.http.HttpHandler;
import outpost.core.http.HttpRequest;
import outpost.core.http.HttpResponse;
import outpost.core.json.Json;
import outpost.core.json.JsonObject;
import outpost.core.service.LocalApi;

import javax.imageio.ImageIO;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class IconImageTest {
    @BeforeAll
    static void haveNoDisplay() {
        System.setProperty("java.awt.headless", "true");
    }

    @TempDir
    private Path folder;

    @Test
    void thePictureIsThatOfTheTray() throws IOException {
        TrayFace face = TrayFace.of(NodeState.RUNNING, true);
        JsonObject answer = json(IconImage.of(face));
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(answer.text("png"))));

        assertThat(answer.text("text")).isEqualTo("Outpost: running");
        assertThat(answer.text("color")).isEqualTo("#2e9e4f");
        assertThat(answer.number("width")).hasValue((long) image.getWidth());
        assertThat(answer.number("height")).hasValue((long) image.getHeight());
        assertThat(image.getRGB(16, 16)).isEqualTo(face.color().getRGB());
        assertThat(image.getRGB(0, 0)).isZero();
    }

    @Test
    void theLocalApiHasItAlsoWhereThereIsNoTray() throws Exception {
        PlayedApi api = new PlayedApi();
        NodeConfig config =
                new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(Map.of()));
        try (RunningNode running = RunningNode.start(config, List.of(new Desktop(), api), System.err);
                SocketChannel caller = SocketChannel.open()) {
            HttpResponse answer = api.routes
                    .get("GET /v1/icon READ")
                    .handle(new HttpRequest("GET", "/v1/icon", Map.of(), Map.of(), new byte[0], caller));
            assertThat(json(answer).text("text")).isEqualTo("Outpost: stopped");
            assertThat(json(answer).text("color")).isEqualTo("#808080");
            assertThat(running.node().features()).contains("desktop");
        }
    }

    private static JsonObject json(HttpResponse answer) throws IOException {
        return Json.read(((HttpResponse.Whole) answer).body());
    }

    private static final class PlayedApi implements Feature, LocalApi {
        private final Map<String, HttpHandler> routes = new TreeMap<>();

        @Override
        public String name() {
            return "localapi";
        }

        @Override
        public void publish(Node node) {
            node.publish(LocalApi.class, this);
        }

        @Override
        public void start(Node node) {}

        @Override
        public void route(String method, String path, Permission permission, HttpHandler handler) {
            routes.put(method + " " + path + " " + permission, handler);
        }

        @Override
        public Path socket() {
            return Path.of("none");
        }
    }
}
