package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes small random catalogues with edges of all kinds, made from a seed. */
final class RandomCatalog {
    private static final List<String> CONDITIONS = List.of("linux", "macos", "not linux", "linux or macos");

    private final Random random;
    private final StringBuilder text = new StringBuilder("schema: 1\n");
    private final List<String> features = new ArrayList<>();
    private final List<String> capabilities = new ArrayList<>();

    private RandomCatalog(long seed) {
        random = new Random(seed);
    }

    static FeatureCatalog of(long seed) {
        String text = new RandomCatalog(seed).write();
        try {
            return CatalogReader.read(Path.of("seed-" + seed + ".yaml"), text).catalog();
        } catch (CatalogException unreadable) {
            throw new AssertionError(text + unreadable.getMessage(), unreadable);
        }
    }

    private String write() {
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            features.add("f" + i);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            capabilities.add("c" + i);
        }
        double density = 0.2 + random.nextDouble();
        if (random.nextInt(2) == 0) {
            text.append("base:\n");
            list("  requires", edges("", 0.7, "feature", features));
            list("  needs", edges("", 0.5, "capability", capabilities));
        }
        text.append("features:\n");
        for (String feature : features) {
            text.append("  ").append(feature).append(":\n    summary: one\n");
            if (random.nextInt(8) == 0) {
                text.append("    platforms: ").append(condition()).append('\n');
            }
            list("    requires", edges(feature, density, "feature", features));
            list("    needs", edges(feature, 0.3, "capability", capabilities));
            list("    conflicts", edges(feature, 0.35, "feature", features));
            list("    recommends", edges(feature, 0.3, "feature", features));
            list("    auto", names(feature, 0.2));
            list("    ifPresent", names(feature, 0.3));
            if (random.nextInt(6) == 0) {
                text.append("    variants:\n");
                text.append("      - when: linux\n");
                list("        requires", edges(feature, 0.5, "feature", features));
                text.append("      - when: not linux\n");
                list("        requires", edges(feature, 0.5, "feature", features));
            }
        }
        if (!capabilities.isEmpty()) {
            text.append("capabilities:\n");
        }
        for (String capability : capabilities) {
            text.append("  ").append(capability).append(":\n");
            List<String> providers = names("", 1.5);
            list("    providers", providers.isEmpty() ? List.of("f0") : providers);
            text.append("    exclusive: ").append(random.nextInt(3) == 0).append('\n');
        }
        text.append("profiles:\n  p:\n");
        List<String> include = names("", 1.5);
        list("    include", include);
        List<String> exclude = names("", 1.0);
        exclude.removeAll(include);
        list("    exclude", exclude);
        text.append("    summary: one\n");
        return text.toString();
    }

    private void list(String key, List<String> entries) {
        if (!entries.isEmpty()) {
            text.append(key).append(": [").append(String.join(", ", entries)).append("]\n");
        }
    }

    private List<String> names(String but, double many) {
        List<String> names = new ArrayList<>();
        for (String feature : features) {
            if (!feature.equals(but) && random.nextDouble() * features.size() < many) {
                names.add(feature);
            }
        }
        return names;
    }

    private List<String> edges(String but, double many, String key, List<String> targets) {
        List<String> edges = new ArrayList<>();
        for (String target : targets) {
            if (!target.equals(but) && random.nextDouble() * targets.size() < many) {
                edges.add(random.nextInt(4) > 0 ? target : "{" + key + ": " + target + ", when: " + condition() + "}");
            }
        }
        return edges;
    }

    private String condition() {
        return CONDITIONS.get(random.nextInt(CONDITIONS.size()));
    }
}
