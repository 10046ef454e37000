package io.whittle.assembler.cost;

import io.whittle.assembler.plan.ImagePlan;
import io.whittle.graph.resolve.Resolution;

import java.util.Optional;

/**
 * An image with one feature more, or without one.
 *
 * @param feature the feature
 * @param in whether the profile's own image has it, so that the other has it not
 * @param then what the profile would come to; empty where that cannot be had
 * @param plan the image of that; empty where it cannot be had
 * @param says one line: why it cannot be had, or what stands against it in the profile all the same
 */
record Variant(String feature, boolean in, Optional<Resolution> then, Optional<ImagePlan> plan, Optional<String> says) {
    static Variant refused(String feature, boolean in, String why) {
        return new Variant(feature, in, Optional.empty(), Optional.empty(), Optional.of(why));
    }
}
