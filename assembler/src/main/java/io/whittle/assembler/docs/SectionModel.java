package io.whittle.assembler.docs;

import io.whittle.assembler.text.MarkdownText;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.explain.Explanation;
import io.whittle.graph.resolve.Applicability;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a template of a section is handed: plain maps, lists and texts. Texts that people wrote are Markdown already, escaped so that
 * it shows them as they are; names are as they are.
 */
final class SectionModel {
    static final String HANDED =
            "a template of a section is handed catalog, profile, platform, section, features, checks,"
                    + " withoutCheck and, in a section of costs, cost";

    private final FeatureCatalog catalog;
    private final Resolution resolution;

    private SectionModel(FeatureCatalog catalog, Resolution resolution) {
        this.catalog = catalog;
        this.resolution = resolution;
    }

    /** All but costs. Linear in catalogue and resolution. */
    static Map<String, Object> of(SectionKind kind, FeatureCatalog catalog, Resolution resolution) {
        SectionModel maker = new SectionModel(catalog, resolution);
        CheckScope scope = CheckScope.of(catalog, resolution);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "catalog",
                catalog.name().map(Mention::text).map(MarkdownText::source).orElse(""));
        model.put("profile", resolution.profile().name());
        model.put("platform", resolution.platform().toString());
        model.put("section", kind.word());
        model.put(
                "features",
                catalog.features().values().stream().map(maker::feature).toList());
        model.put(
                "checks",
                catalog.checks().values().stream()
                        .map(check -> maker.check(check, scope))
                        .toList());
        model.put("withoutCheck", List.copyOf(scope.withoutCheck()));
        return model;
    }

    private Map<String, Object> feature(Feature feature) {
        String name = feature.name().text();
        Explanation why = Explanation.of(resolution, name);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put("summary", line(feature.summary().orElse("")));
        entry.put("internal", feature.internal());
        entry.put("in", resolution.features().get(name).isIn());
        entry.put("kind", why.kind().word());
        entry.put("reason", line(why.text()));
        entry.put(
                "modules",
                feature.bodyOn(resolution.platform())
                        .map(body -> body.modules().stream().map(Mention::text).toList())
                        .orElse(List.of()));
        entry.put("checks", feature.checks().stream().map(Mention::text).toList());
        return entry;
    }

    private Map<String, Object> check(Check check, CheckScope scope) {
        String name = check.name().text();
        Applicability applicability = scope.checks().get(name);
        List<String> proves = new ArrayList<>();
        catalog.features().forEach((feature, declared) -> {
            if (declared.checks().stream().anyMatch(proved -> proved.text().equals(name))) {
                proves.add(feature);
            }
        });
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put("summary", line(check.summary().orElse("")));
        entry.put("proves", proves);
        entry.put("asked", applicability.applicable());
        entry.put(
                "why",
                applicability.hindrances().stream().map(SectionModel::word).collect(Collectors.joining(", ")));
        return entry;
    }

    // A text in blocks of YAML has lines, and an end of the last one.
    private static String line(String text) {
        return MarkdownText.source(text.strip().replaceAll("\\s+", " "));
    }

    private static String word(Applicability.Hindrance hindrance) {
        return hindrance instanceof Applicability.FeatureOut out
                ? out.feature() + " is out"
                : "only where " + ((Applicability.OtherPlatform) hindrance).when();
    }
}
