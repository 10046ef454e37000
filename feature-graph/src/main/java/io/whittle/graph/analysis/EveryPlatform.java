package io.whittle.graph.analysis;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.solve.PlatformGraph;

import java.util.List;
import java.util.stream.Stream;

/** A catalogue's graph on every kind of platform there is: what is needless must be so everywhere. */
final class EveryPlatform {
    private final FeatureCatalog catalog;
    private List<Platform> kinds = List.of();

    EveryPlatform(FeatureCatalog catalog) {
        this.catalog = catalog;
    }

    /** One graph for each kind, made when it is asked for: all of them at once may be many. */
    Stream<PlatformGraph> graphs() {
        if (kinds.isEmpty()) {
            kinds = PlatformKinds.ofFeatures(catalog).sort(Platform.all()).stream()
                    .map(kind -> kind.get(0))
                    .toList();
        }
        return kinds.stream().map(platform -> PlatformGraph.of(catalog, platform));
    }
}
