package io.whittle.assembler.cost;

import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;

import java.io.IOException;
import java.util.List;

/** Measures images by linking them. */
@FunctionalInterface
public interface Exactly {
    /**
     * Links and packs images, each once.
     *
     * @return what each takes, in their order
     * @throws LinkException where one of them cannot be linked
     */
    List<Weight> measure(List<ImagePlan> plans) throws LinkException, IOException, InterruptedException;
}
