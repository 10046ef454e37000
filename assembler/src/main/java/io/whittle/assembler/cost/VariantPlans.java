package io.whittle.assembler.cost;

import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;

/** Plans images of resolutions that nobody has asked for. */
@FunctionalInterface
public interface VariantPlans {
    /**
     * Plans one.
     *
     * @throws LinkException with everything that stands against it
     */
    ImagePlan plan(Resolution resolution) throws LinkException, IOException;
}
