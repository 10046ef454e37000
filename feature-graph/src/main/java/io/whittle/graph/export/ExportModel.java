package io.whittle.graph.export;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a template is handed: plain maps, lists and texts. */
final class ExportModel {
    private ExportModel() {}

    static Map<String, Object> of(
            FeatureCatalog catalog, Resolution resolution, String strategy, Optional<TagNames> names) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("catalog", resolution.catalog().orElse(""));
        model.put("profile", resolution.profile().name());
        model.put("platform", platform(resolution.platform()));
        model.put("strategy", strategy);
        List<Map<String, Object>> features = new ArrayList<>();
        for (Feature feature : catalog.features().values()) {
            features.add(feature(feature, resolution, names));
        }
        model.put("features", features);
        names.ifPresent(known ->
                model.put("tags", List.copyOf(PlatformTags.of(known, resolution).tags())));
        return model;
    }

    private static Map<String, Object> feature(Feature feature, Resolution resolution, Optional<TagNames> names) {
        String name = feature.name().text();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put("symbol", TagNames.symbol(name));
        entry.put("in", resolution.features().get(name).isIn());
        entry.put("summary", feature.summary().orElse(""));
        entry.put("internal", feature.internal());
        entry.put("requires", requires(feature, resolution.platform()));
        names.ifPresent(known -> entry.put("tag", known.tag(name)));
        return entry;
    }

    private static List<String> requires(Feature feature, Platform platform) {
        return feature.bodyOn(platform)
                .map(body -> body.requires().stream()
                        .filter(edge -> edge.when().holds(platform))
                        .map(Edge::target)
                        .map(Mention::text)
                        .distinct()
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    static Map<String, Object> platform(Platform platform) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", platform.toString());
        entry.put("os", platform.os().word());
        entry.put("arch", platform.arch().word());
        entry.put("variant", platform.variant().orElse(""));
        entry.put("libc", platform.libc().map(libc -> libc.word()).orElse(""));
        return entry;
    }
}
