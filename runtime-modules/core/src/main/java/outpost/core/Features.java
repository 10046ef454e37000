package outpost.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The features of this image, in the one order in which a node starts them. */
public final class Features {
    private Features() {}

    /**
     * Every feature that a module of this image provides, in order.
     *
     * @throws FeatureException if two have one name, or come after each other in a circle
     */
    public static List<Feature> inImage() throws FeatureException {
        return ordered(ServiceLoader.load(Feature.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** The same features, by name and by what each comes after, whatever order they are given in. */
    static List<Feature> ordered(Collection<Feature> features) throws FeatureException {
        Map<String, Feature> waiting = byName(features);
        Map<String, Feature> ordered = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            Feature next = waiting.values().stream()
                    .filter(feature -> feature.after().stream().noneMatch(waiting::containsKey))
                    .findFirst()
                    .orElseThrow(() -> circle(waiting));
            waiting.remove(next.name());
            ordered.put(next.name(), next);
        }
        return new ArrayList<>(ordered.values());
    }

    private static Map<String, Feature> byName(Collection<Feature> features) throws FeatureException {
        Map<String, Feature> named = new TreeMap<>();
        for (Feature feature : features) {
            Feature other = named.put(feature.name(), feature);
            if (other != null) {
                String classes = List.of(feature, other).stream()
                        .map(twin -> twin.getClass().getName())
                        .sorted()
                        .collect(Collectors.joining(" and "));
                throw new FeatureException(feature.name(), "is there twice, as " + classes + "; an image takes one");
            }
        }
        return named;
    }

    private static FeatureException circle(Map<String, Feature> waiting) {
        return new FeatureException(
                waiting.keySet().iterator().next(),
                "cannot be put in order: among " + String.join(", ", waiting.keySet())
                        + " each comes after another; mend what their after() says");
    }
}
