package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Platform;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects observations; what is seen on several platforms becomes one finding. */
final class Gathering {
    private final List<Platform> asked;
    private final Map<Observation, Set<Platform>> seen = new LinkedHashMap<>();

    Gathering(List<Platform> asked) {
        this.asked = asked;
    }

    void add(Observation observation, Collection<Platform> platforms) {
        seen.computeIfAbsent(observation, none -> new HashSet<>()).addAll(platforms);
    }

    /** It holds wherever one looks. */
    void add(Observation observation) {
        add(observation, asked);
    }

    /** In the order of the file; at one place by code, then by name. */
    List<Finding> findings(CatalogSource source) {
        return seen.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Finding::place)
                        .thenComparing(Finding::code)
                        .thenComparing(
                                finding -> finding.observation().subject().name())
                        .thenComparing(finding -> finding.text(source))
                        .thenComparing(
                                finding -> asked.indexOf(finding.platforms().get(0))))
                .toList();
    }

    private Finding finding(Observation observation, Set<Platform> platforms) {
        return new Finding(
                observation, asked.stream().filter(platforms::contains).toList(), platforms.size() == asked.size());
    }
}
