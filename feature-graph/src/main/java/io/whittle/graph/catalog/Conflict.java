package io.whittle.graph.catalog;

import java.util.Optional;

/**
 * One entry of {@code conflicts}: the feature that owns the entry and this one are never in one image.
 *
 * @param feature the other feature
 * @param because why, as the file says it; printed with every clash
 * @param when where the conflict exists
 */
public record Conflict(Mention feature, Optional<String> because, PlatformCondition when) {}
