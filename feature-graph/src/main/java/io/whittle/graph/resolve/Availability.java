package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Variant;

import java.util.List;

/** Where a feature says it is available, as one condition. */
public final class Availability {
    private Availability() {}

    /** The condition under which the feature is available by its own word. */
    public static PlatformCondition of(Feature feature) {
        if (feature.variants().isEmpty()) {
            return feature.platforms();
        }
        List<PlatformCondition> whens =
                feature.variants().stream().map(Variant::when).distinct().toList();
        PlatformCondition variants = whens.size() == 1 ? whens.get(0) : new PlatformCondition.Or(whens);
        return feature.platforms().and(variants);
    }
}
