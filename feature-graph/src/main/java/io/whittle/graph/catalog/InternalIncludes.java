package io.whittle.graph.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Warns of profiles that ask for an internal feature by name, and says which public feature brings it. */
final class InternalIncludes {
    private final FeatureCatalog catalog;

    InternalIncludes(FeatureCatalog catalog) {
        this.catalog = catalog;
    }

    List<Notice> warnings() {
        List<Notice> warnings = new ArrayList<>();
        Map<String, SortedSet<String>> requirers = new TreeMap<>();
        for (Profile profile : catalog.profiles().values()) {
            for (Word word : profile.include()) {
                Feature feature = catalog.features().get(word.feature().text());
                if (feature.internal()) {
                    if (requirers.isEmpty()) {
                        requirers.putAll(requirers());
                    }
                    warnings.add(new Notice(word.feature().place(), message(word.feature(), requirers)));
                }
            }
        }
        return warnings;
    }

    private String message(Mention internal, Map<String, SortedSet<String>> requirers) {
        String begins = internal + " is internal: nobody asks for it by name; ";
        return bringer(internal.text(), requirers)
                .map(name -> begins + "it comes along with " + name + ": include that, or remove 'internal' from "
                        + internal)
                .orElse(
                        begins
                                + "no public feature requires it or needs what it provides: remove 'internal' from it, or remove it here");
    }

    /** The public feature fewest requirements away, the first by name among equals. */
    private Optional<String> bringer(String internal, Map<String, SortedSet<String>> requirers) {
        Set<String> seen = new TreeSet<>(Set.of(internal));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (String requirer : requirers.getOrDefault(next.remove(), new TreeSet<>())) {
                if (!catalog.features().get(requirer).internal()) {
                    return Optional.of(requirer);
                }
                if (seen.add(requirer)) {
                    next.add(requirer);
                }
            }
        }
        return Optional.empty();
    }

    private Map<String, SortedSet<String>> requirers() {
        Map<String, SortedSet<String>> requirers = new TreeMap<>();
        for (Feature feature : catalog.features().values()) {
            bodies(feature)
                    .flatMap(body -> body.requires().stream())
                    .forEach(edge -> requirers
                            .computeIfAbsent(edge.target().text(), name -> new TreeSet<>())
                            .add(feature.name().text()));
            bodies(feature)
                    .flatMap(body -> body.needs().stream())
                    .flatMap(need -> catalog.capabilities().get(need.target().text()).providers().stream())
                    .forEach(provider -> requirers
                            .computeIfAbsent(provider.text(), name -> new TreeSet<>())
                            .add(feature.name().text()));
        }
        return requirers;
    }

    private static Stream<FeatureBody> bodies(Feature feature) {
        return Stream.concat(
                Stream.of(feature.body()), feature.variants().stream().map(Variant::body));
    }
}
