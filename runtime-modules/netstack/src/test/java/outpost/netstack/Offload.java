package outpost.netstack;

import outpost.core.Feature;
import outpost.core.FeatureException;
import outpost.core.Features;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.service.ReceiveOffload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The feature gro's service, as a node hands it to netstack. */
final class Offload {
    private Offload() {}

    static ReceiveOffload in(Path folder) throws IOException, FeatureException {
        Finder finder = new Finder();
        NodeConfig config =
                new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(Map.of()));
        List<Feature> features = new ArrayList<>(List.of(finder));
        Features.inImage().stream()
                .filter(feature -> feature.name().equals("gro"))
                .forEach(features::add);
        RunningNode.start(config, features, System.err).close();
        return finder.found;
    }

    private static final class Finder implements Feature {
        private ReceiveOffload found;

        @Override
        public String name() {
            return "finder";
        }

        @Override
        public void start(Node node) {
            found = node.find(ReceiveOffload.class).orElseThrow();
        }
    }
}
