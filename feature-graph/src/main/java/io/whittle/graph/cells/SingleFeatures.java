package io.whittle.graph.cells;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Word;
import io.whittle.graph.resolve.Reason;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Each public feature of a catalogue alone: in with what it requires and base, and without anything that comes along softly. */
final class SingleFeatures {
    private final FeatureCatalog catalog;
    private final Platform platform;
    private final RowNames names;
    private final MatrixProgress progress;
    private final List<Row> rows = new ArrayList<>();
    private final List<NotAlone> impossible = new ArrayList<>();

    private SingleFeatures(FeatureCatalog catalog, Platform platform, RowNames names, MatrixProgress progress) {
        this.catalog = catalog;
        this.platform = platform;
        this.names = names;
        this.progress = progress;
    }

    /** Resolves each, again where something came in by itself: seldom more than twice. */
    static SingleFeatures of(FeatureCatalog catalog, Platform platform, RowNames names, MatrixProgress progress) {
        SingleFeatures singles = new SingleFeatures(catalog, platform, names, progress);
        SortedMap<String, SortedSet<String>> asked = new TreeMap<>();
        catalog.features().values().stream()
                .filter(feature -> !feature.internal())
                .forEach(feature -> asked.put(feature.name().text(), new TreeSet<>()));
        SortedMap<String, SortedSet<String>> open = asked;
        while (!open.isEmpty()) {
            open = singles.resolve(open);
        }
        return singles;
    }

    /** Those that can be had, in no order. */
    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Those that cannot, by name. */
    List<NotAlone> impossible() {
        return List.copyOf(impossible);
    }

    /** What is still to be resolved: features with what is to be ruled out beside them. */
    private SortedMap<String, SortedSet<String>> resolve(SortedMap<String, SortedSet<String>> asked) {
        SortedMap<String, Profile> profiles = new TreeMap<>(catalog.profiles());
        asked.forEach((feature, without) -> profiles.put(names.of(feature), profile(feature, without)));
        PlatformGraph graph = PlatformGraph.of(catalog.withProfiles(profiles), platform);
        SortedMap<String, SortedSet<String>> open = new TreeMap<>();
        int resolved = 0;
        for (Map.Entry<String, SortedSet<String>> entry : asked.entrySet()) {
            String feature = entry.getKey();
            progress.features(platform, resolved++, asked.size());
            try {
                Resolution resolution = Resolver.resolve(graph, names.of(feature));
                SortedSet<String> uninvited = uninvited(resolution);
                if (uninvited.isEmpty()) {
                    rows.add(new Row(RowKind.FEATURES, resolution));
                } else {
                    uninvited.addAll(entry.getValue());
                    open.put(feature, uninvited);
                }
            } catch (UnresolvableException cannot) {
                impossible.add(new NotAlone(
                        feature,
                        platform,
                        cannot.faults().stream().map(cannot::text).toList()));
            }
        }
        return open;
    }

    private static SortedSet<String> uninvited(Resolution resolution) {
        SortedSet<String> uninvited = new TreeSet<>();
        resolution.features().forEach((name, decision) -> {
            if (decision.reason() instanceof Reason.AutoSince) {
                uninvited.add(name);
            }
        });
        return uninvited;
    }

    /** Stands nowhere in the text; what it says is said to stand where the feature does. */
    private Profile profile(String feature, Collection<String> without) {
        Feature asked = catalog.features().get(feature);
        return new Profile(
                new Mention(names.of(feature), asked.name().place()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                words(List.of(feature)),
                words(without),
                List.of(),
                Optional.of(false),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                ImageOptions.NONE);
    }

    private List<Word> words(Collection<String> features) {
        return features.stream()
                .map(feature ->
                        new Word(catalog.features().get(feature).name(), Optional.empty(), PlatformCondition.ALWAYS))
                .toList();
    }
}
