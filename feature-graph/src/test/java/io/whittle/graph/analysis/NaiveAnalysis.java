package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The format's words on one platform, tried on every set of features there is. It shares no code and no idea with what it tests:
 * no graph, no solver, only sets as bits.
 */
final class NaiveAnalysis {
    private final FeatureCatalog catalog;
    private final Platform platform;
    private final Set<Place> without;
    private final List<String> names;

    /** Reads a catalogue as if the entries of {@code requires} at these places were not there. */
    NaiveAnalysis(FeatureCatalog catalog, Platform platform, Set<Place> without) {
        this.catalog = catalog;
        this.platform = platform;
        this.without = without;
        this.names = List.copyOf(catalog.features().keySet());
    }

    /** All valid sets. */
    List<Integer> valid() {
        return sets(true, true);
    }

    /** All sets that keep requirements, needs and availability, and nothing else. */
    List<Integer> availableSets() {
        return sets(false, false);
    }

    int bit(String feature) {
        return 1 << names.indexOf(feature);
    }

    Optional<FeatureBody> body(Feature feature) {
        if (!feature.platforms().holds(platform)) {
            return Optional.empty();
        }
        List<Variant> fitting = feature.variants().stream()
                .filter(variant -> variant.when().holds(platform))
                .toList();
        if (feature.variants().isEmpty()) {
            return Optional.of(feature.body());
        }
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(feature.body().plus(fitting.get(0).body()));
    }

    /** Entries of requires that count here. */
    List<Edge> requires(FeatureBody body) {
        return body.requires().stream()
                .filter(edge -> edge.when().holds(platform))
                .filter(edge -> !without.contains(edge.target().place()))
                .toList();
    }

    List<Mention> needs(FeatureBody body) {
        return body.needs().stream()
                .filter(edge -> edge.when().holds(platform))
                .map(Edge::target)
                .toList();
    }

    /** Whether a chain of requirements leads from one to the other that does not begin with an entry that names the other. */
    boolean leadsAround(List<Edge> entries, String to) {
        return entries.stream()
                .map(edge -> edge.target().text())
                .filter(target -> !target.equals(to))
                .anyMatch(target -> leads(target, to, new ArrayList<>()));
    }

    /** Whether a chain of requirements, one at least, leads from one feature to the other. */
    boolean leads(String from, String to, List<String> tried) {
        if (tried.contains(from)) {
            return false;
        }
        tried.add(from);
        Optional<FeatureBody> body = body(catalog.features().get(from));
        return body.isPresent()
                && requires(body.get()).stream()
                        .map(edge -> edge.target().text())
                        .anyMatch(target -> target.equals(to) || leads(target, to, tried));
    }

    /** Whether a profile without parent, `all` and choices can be had. */
    boolean canBeHad(Profile profile) {
        int in = mask(profile.include());
        int out = mask(profile.exclude());
        return valid().stream().anyMatch(set -> (set & in) == in && (set & out) == 0);
    }

    private int mask(List<Word> words) {
        return words.stream()
                .filter(word -> word.when().holds(platform))
                .mapToInt(word -> bit(word.feature().text()))
                .reduce(0, (one, other) -> one | other);
    }

    private List<Integer> sets(boolean withBase, boolean withClashes) {
        List<Integer> sets = new ArrayList<>();
        for (int set = 0; set < 1 << names.size(); set++) {
            if (holds(set, withBase, withClashes)) {
                sets.add(set);
            }
        }
        return sets;
    }

    private boolean holds(int set, boolean withBase, boolean withClashes) {
        if (withBase && !holds(set, catalog.base().body())) {
            return false;
        }
        for (Feature feature : catalog.features().values()) {
            if ((set & bit(feature.name().text())) == 0) {
                continue;
            }
            Optional<FeatureBody> body = body(feature);
            if (body.isEmpty() || !holds(set, body.get())) {
                return false;
            }
            if (withClashes
                    && feature.conflicts().stream()
                            .filter(conflict -> conflict.when().holds(platform))
                            .anyMatch(conflict -> (set & bit(conflict.feature().text())) != 0)) {
                return false;
            }
        }
        return !withClashes
                || catalog.capabilities().values().stream()
                        .filter(Capability::exclusive)
                        .allMatch(capability -> Integer.bitCount(set & providers(capability)) <= 1);
    }

    private boolean holds(int set, FeatureBody body) {
        return requires(body).stream().allMatch(edge -> (set & bit(edge.target().text())) != 0)
                && needs(body).stream()
                        .allMatch(
                                need -> (set & providers(catalog.capabilities().get(need.text()))) != 0);
    }

    int providers(Capability capability) {
        return capability.providers().stream()
                .mapToInt(provider -> bit(provider.text()))
                .reduce(0, (one, other) -> one | other);
    }

    /** All bodies of a feature that hold entries, whatever the platform. */
    static Stream<FeatureBody> bodies(Feature feature) {
        return Stream.concat(
                Stream.of(feature.body()), feature.variants().stream().map(Variant::body));
    }
}
