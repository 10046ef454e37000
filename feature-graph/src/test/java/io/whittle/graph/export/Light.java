package io.whittle.graph.export;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A catalogue with every kind of edge, and what its profile {@code small} comes to. */
public final class Light {
    public static final String TEXT = """
            schema: 1
            name: light
            tags: {omitted: 'no_{name}', included: 'with_{name}'}
            base: {requires: [power]}
            features:
              power: {summary: Has "power" */ inside}
              shell: {tag: included, summary: A shell}
              net: {requires: [{feature: raw-socket, when: linux}, power], needs: [router]}
              raw-socket: {internal: true, platforms: linux | netbsd}
              debug: {}
              debugbus: {}
              soft-router: {}
              hard-router: {platforms: linux, conflicts: [{feature: debug, because: it is slow}]}
              red: {}
              green: {}
            capabilities:
              router: {providers: [hard-router, soft-router]}
              colour: {providers: [red, green], exclusive: true}
            profiles:
              small: {include: [shell, net, red]}
            """;

    private Light() {}

    public static FeatureCatalog catalog() {
        return catalog(TEXT);
    }

    public static FeatureCatalog catalog(String text) {
        try {
            return CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    public static TagNames names(FeatureCatalog catalog) {
        try {
            return TagNames.of(catalog);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    public static Resolution small(FeatureCatalog catalog, String platform) {
        try {
            return Resolver.resolve(catalog, new Request("small", Platform.parse(platform)));
        } catch (Exception refused) {
            throw new AssertionError(refused);
        }
    }

    static List<PlatformTags> tags(String... platforms) {
        FeatureCatalog catalog = catalog();
        TagNames names = names(catalog);
        return Arrays.stream(platforms)
                .map(platform -> PlatformTags.of(names, small(catalog, platform)))
                .toList();
    }
}
