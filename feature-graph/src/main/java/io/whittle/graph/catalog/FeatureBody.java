package io.whittle.graph.catalog;

import java.util.List;
import java.util.stream.Stream;

/**
 * What comes along when a feature is in: of base, of a feature's top level, or of one of its variants.
 *
 * @param modules JPMS modules it owns
 * @param artifacts {@code group:artifact[:classifier]} of jars it owns that are not modules
 * @param jdkModules modules of the JDK that no {@code requires} shows
 * @param requires features it cannot do without
 * @param needs capabilities of which it wants a provider
 */
public record FeatureBody(
        List<Mention> modules,
        List<Mention> artifacts,
        List<JdkModule> jdkModules,
        List<Edge> requires,
        List<Edge> needs) {
    /** Nothing at all. */
    public static final FeatureBody EMPTY = new FeatureBody(List.of(), List.of(), List.of(), List.of(), List.of());

    public FeatureBody {
        modules = List.copyOf(modules);
        artifacts = List.copyOf(artifacts);
        jdkModules = List.copyOf(jdkModules);
        requires = List.copyOf(requires);
        needs = List.copyOf(needs);
    }

    /** This body with the other's entries after its own: a variant adds to its feature's top level. */
    public FeatureBody plus(FeatureBody other) {
        return new FeatureBody(
                join(modules, other.modules),
                join(artifacts, other.artifacts),
                join(jdkModules, other.jdkModules),
                join(requires, other.requires),
                join(needs, other.needs));
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
