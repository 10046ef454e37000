package io.whittle.graph.explain;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Allowlist;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;

import java.nio.file.Path;

/** A catalogue with one of everything, for tests of what is told about it. */
final class Outpost {
    private Outpost() {}

    static Resolution resolve(String profile, String platform) throws CatalogException, UnresolvableException {
        return Resolver.resolve(catalog(), new Request(profile, Platform.parse(platform)));
    }

    static Allowlist allowlist(String profile, String platform) throws CatalogException, UnresolvableException {
        return Allowlist.of(catalog(), new Request(profile, Platform.parse(platform)));
    }

    private static FeatureCatalog catalog() throws CatalogException {
        return CatalogReader.read(Path.of("src/test/resources/explain/feature-tags.yaml"))
                .catalog();
    }
}
