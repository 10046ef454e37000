package io.whittle.graph.lint;

import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.export.TagNames;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a list of tags keeps on a platform, and which declared edges that breaks. */
final class KeptFeatures {
    private final FeatureCatalog catalog;
    private final Platform platform;
    private final SortedMap<String, FeatureBody> bodies = new TreeMap<>();
    private final SortedSet<String> kept = new TreeSet<>();
    private final TagPlaces places;

    KeptFeatures(FeatureCatalog catalog, TagNames names, TagList list, Platform platform) {
        this.catalog = catalog;
        this.platform = platform;
        this.places = new TagPlaces(names, list);
        Set<String> written = places.written();
        catalog.features()
                .forEach((name, feature) -> feature.bodyOn(platform).ifPresent(body -> {
                    bodies.put(name, body);
                    if (names.isIn(name, written)) {
                        kept.add(name);
                    }
                }));
    }

    /** Features that are on. */
    SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(kept);
    }

    /** Every declared edge that does not hold among what is kept. */
    List<TagFinding> broken() {
        List<TagFinding> broken = new ArrayList<>();
        bodies().forEach((feature, body) -> {
            requirements(feature, body, broken);
            needs(feature, body, broken);
        });
        kept.forEach(feature -> conflicts(catalog.features().get(feature), broken));
        catalog.capabilities().values().stream()
                .filter(Capability::exclusive)
                .forEach(capability -> exclusive(capability, broken));
        return broken;
    }

    /** What closes the list: features to keep besides, each with the kept ones for which it is. */
    SortedMap<String, SortedSet<String>> missing() {
        SortedMap<String, SortedSet<String>> missing = new TreeMap<>();
        for (String feature : kept) {
            for (String required : closure(bodies.get(feature))) {
                if (!kept.contains(required)) {
                    missing.computeIfAbsent(required, unseen -> new TreeSet<>()).add(feature);
                }
            }
        }
        for (String required : closure(catalog.base().body())) {
            if (!kept.contains(required)) {
                missing.computeIfAbsent(required, unseen -> new TreeSet<>());
            }
        }
        return missing;
    }

    private Map<Optional<String>, FeatureBody> bodies() {
        Map<Optional<String>, FeatureBody> present = new LinkedHashMap<>();
        present.put(Optional.empty(), catalog.base().body());
        kept.forEach(feature -> present.put(Optional.of(feature), bodies.get(feature)));
        return present;
    }

    private void requirements(Optional<String> feature, FeatureBody body, List<TagFinding> broken) {
        Set<String> met = new HashSet<>();
        for (Edge edge : there(body.requires())) {
            String required = edge.target().text();
            if (!kept.contains(required) && met.add(required)) {
                broken.add(new TagFinding.BrokenRequirement(
                        feature,
                        required,
                        bodies.containsKey(required),
                        edge.target().place(),
                        places.ofWhatLeavesOut(required, feature)));
            }
        }
    }

    private void needs(Optional<String> feature, FeatureBody body, List<TagFinding> broken) {
        Set<String> met = new HashSet<>();
        for (Edge edge : there(body.needs())) {
            String capability = edge.target().text();
            List<String> providers = providers(catalog.capabilities().get(capability));
            if (providers.stream().noneMatch(kept::contains) && met.add(capability)) {
                broken.add(new TagFinding.BrokenNeed(
                        feature,
                        capability,
                        providers,
                        edge.target().place(),
                        providers.stream()
                                .findFirst()
                                .map(first -> places.ofWhatLeavesOut(first, feature))
                                .orElseGet(() -> places.of(feature))));
            }
        }
    }

    private void conflicts(Feature feature, List<TagFinding> broken) {
        String one = feature.name().text();
        feature.conflicts().stream()
                .filter(conflict -> conflict.when().holds(platform))
                .filter(conflict -> kept.contains(conflict.feature().text()))
                // Two may name one another: it is told once, where the first of them says so.
                .filter(conflict -> one.compareTo(conflict.feature().text()) < 0
                        || catalog.features().get(conflict.feature().text()).conflicts().stream()
                                .noneMatch(back -> back.when().holds(platform)
                                        && back.feature().text().equals(one)))
                .forEach(conflict -> broken.add(new TagFinding.BothConflict(
                        one,
                        conflict.feature().text(),
                        conflict.because(),
                        conflict.feature().place(),
                        places.of(Optional.of(one)))));
    }

    private void exclusive(Capability capability, List<TagFinding> broken) {
        List<String> present =
                providers(capability).stream().filter(kept::contains).toList();
        if (present.size() > 1) {
            broken.add(new TagFinding.ManyProvide(
                    capability.name().text(),
                    present,
                    capability.name().place(),
                    places.of(Optional.of(present.get(1)))));
        }
    }

    private List<String> providers(Capability capability) {
        return capability.providers().stream()
                .map(Mention::text)
                .filter(bodies::containsKey)
                .toList();
    }

    // A requirement of what cannot be had on the platform is never met, and nothing a list could add.
    private SortedSet<String> closure(FeatureBody from) {
        SortedSet<String> reached = new TreeSet<>();
        Deque<FeatureBody> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (Edge edge : there(open.pop().requires())) {
                String required = edge.target().text();
                if (bodies.containsKey(required) && reached.add(required)) {
                    open.push(bodies.get(required));
                }
            }
        }
        return reached;
    }

    private List<Edge> there(List<Edge> edges) {
        return edges.stream().filter(edge -> edge.when().holds(platform)).toList();
    }
}
