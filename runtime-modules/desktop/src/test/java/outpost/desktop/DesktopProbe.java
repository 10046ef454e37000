package outpost.desktop;

import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A node with nothing but the desktop, in a process of its own; its log goes to standard error. */
final class DesktopProbe {
    private DesktopProbe() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var config = new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(Map.of()));
        try (var running = RunningNode.start(config, List.of(new Desktop()), System.err)) {
            running.node().up();
            running.node().events().drain();
            Thread.sleep(300);
        }
    }
}
