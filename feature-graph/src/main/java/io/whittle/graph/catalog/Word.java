package io.whittle.graph.catalog;

import java.util.Optional;

/**
 * A profile's word on a feature: one entry of its {@code include} or {@code exclude}.
 *
 * @param feature the feature
 * @param because the reason the file gives
 * @param when where the word counts
 */
public record Word(Mention feature, Optional<String> because, PlatformCondition when) {}
