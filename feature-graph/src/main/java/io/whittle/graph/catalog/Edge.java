package io.whittle.graph.catalog;

/**
 * One entry of {@code requires}, {@code needs}, {@code recommends} or of a list of {@code choose}: a name and the
 * platforms on which it counts.
 *
 * @param target a feature, or a capability where it stands under {@code needs}
 * @param when where the entry holds; {@link PlatformCondition#ALWAYS} when the file says nothing
 */
public record Edge(Mention target, PlatformCondition when) {}
