package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A feature as the catalogue declares it.
 *
 * @param name its name, at the place of its key
 * @param summary one line for people
 * @param internal not brought by {@code all}, not offered by hints
 * @param platforms where it is available at all; {@link PlatformCondition#ALWAYS} when the file says nothing
 * @param body what comes along on every platform
 * @param variants bodies for some platforms; when there are any, exactly one must fit for the feature to be available
 * @param recommends features that come along where they can
 * @param ifPresent features it uses when they are there and works without
 * @param conflicts features that are never in with it
 * @param auto when not empty, it comes in by itself as soon as all of these are in
 * @param fallback modules that are in whenever it is out; empty where there is none
 * @param checks names of checks that prove it works
 * @param dynamic uses that no bytecode shows
 * @param tag when its tag is written, where the file says it
 */
public record Feature(
        Mention name,
        Optional<String> summary,
        boolean internal,
        PlatformCondition platforms,
        FeatureBody body,
        List<Variant> variants,
        List<Edge> recommends,
        List<Mention> ifPresent,
        List<Conflict> conflicts,
        List<Mention> auto,
        List<Mention> fallback,
        List<Mention> checks,
        List<DynamicUse> dynamic,
        Optional<TagSpelling> tag) {
    public Feature {
        variants = List.copyOf(variants);
        recommends = List.copyOf(recommends);
        ifPresent = List.copyOf(ifPresent);
        conflicts = List.copyOf(conflicts);
        auto = List.copyOf(auto);
        fallback = List.copyOf(fallback);
        checks = List.copyOf(checks);
        dynamic = List.copyOf(dynamic);
    }

    /**
     * What comes along on this platform: the top level and the variant that fits; empty when the feature is not
     * available there by its own word ({@code platforms} does not hold, or it has variants and none fits).
     */
    public Optional<FeatureBody> bodyOn(Platform platform) {
        if (!platforms.holds(platform)) {
            return Optional.empty();
        }
        if (variants.isEmpty()) {
            return Optional.of(body);
        }
        return variants.stream()
                .filter(variant -> variant.when().holds(platform))
                .findFirst()
                .map(variant -> body.plus(variant.body()));
    }
}
