package io.whittle.assembler.goal;

import java.util.Optional;

/**
 * What the goal that looks for what an image lacks is asked.
 *
 * @param checking the image and the check; there is one of each
 * @param superset the profile whose features may be what is missing
 * @param over what is looked for: {@code features}, {@code jdk} or {@code both}
 * @param attempts how often a set that fails is tried; empty: as often as the check says
 * @param fix whether what is missing is added to the catalogue
 * @param feature the feature at which it is added, where several may be it
 */
public record BisectRequest(
        ImageCheckRequest checking,
        String superset,
        String over,
        Optional<Integer> attempts,
        boolean fix,
        Optional<String> feature) {}
