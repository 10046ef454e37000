package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A small catalogue, as text, and what its profile {@code p} comes to. */
record UseCase(FeatureCatalog catalog) {
    static UseCase of(String features, String profiles) {
        return ofText("schema: 1\n" + features + "profiles:\n" + profiles.indent(2));
    }

    static UseCase ofText(String text) {
        try {
            return new UseCase(
                    CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog());
        } catch (CatalogException unreadable) {
            throw new AssertionError(unreadable.getMessage(), unreadable);
        }
    }

    Resolution on(String platform) {
        return resolve("p", platform);
    }

    Resolution resolve(String profile, String platform) {
        try {
            return Resolver.resolve(catalog, new Request(profile, Platform.parse(platform)));
        } catch (UnresolvableException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    UnresolvableException refusedOn(String platform) {
        return refused("p", platform);
    }

    UnresolvableException refused(String profile, String platform) {
        return catchThrowableOfType(
                UnresolvableException.class,
                () -> Resolver.resolve(catalog, new Request(profile, Platform.parse(platform))));
    }

    /** Kind and, where another feature is behind it, its name: enough to tell reasons apart. */
    static String reason(Resolution resolution, String feature) {
        Reason reason = resolution.features().get(feature).reason();
        String kind = reason.getClass().getSimpleName();
        if (reason instanceof Reason.RequiredBy required) {
            return kind + " " + required.by().feature();
        }
        if (reason instanceof Reason.RequiresExcluded left) {
            return kind + " " + chain(left.chain());
        }
        return reason instanceof Reason.RequiresUnavailable unavailable
                ? kind + " " + chain(unavailable.chain())
                : kind;
    }

    static String chain(Iterable<? extends Step> chain) {
        StringBuilder text = new StringBuilder();
        for (Step edge : chain) {
            text.append(text.isEmpty() ? edge.from().orElse("base") : "")
                    .append(" > ")
                    .append(edge.to());
        }
        return text.toString();
    }
}
