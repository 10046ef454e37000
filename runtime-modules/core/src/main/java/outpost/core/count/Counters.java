package outpost.core.count;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What all features count, read when somebody asks. Safe for use by several threads. */
public final class Counters {
    private record Source(String feature, Supplier<Map<String, Long>> counts) {}

    private final List<Source> sources = new CopyOnWriteArrayList<>();

    /** Nothing has been counted yet. */
    public Counters() {}

    /**
     * Adds to what a feature counts; a feature may have several sources, and what two of them call the same is added up.
     *
     * @param counts says how often each thing has happened since the feature started, by names of lower-case letters, digits and
     *     hyphens; called by any thread, and does not wait
     */
    public void add(String feature, Supplier<Map<String, Long>> counts) {
        sources.add(new Source(feature, counts));
    }

    /** How often each thing has happened, by feature and by name. */
    public SortedMap<String, SortedMap<String, Long>> read() {
        SortedMap<String, SortedMap<String, Long>> all = new TreeMap<>();
        for (Source source : sources) {
            SortedMap<String, Long> ofFeature = all.computeIfAbsent(source.feature(), feature -> new TreeMap<>());
            source.counts().get().forEach((name, count) -> ofFeature.merge(name, count, Long::sum));
        }
        return all;
    }
}
