package io.whittle.assembler.heal;

import java.nio.file.Path;

/**
 * What to find the missing parts of.
 *
 * @param plans plans the image with more in it
 * @param image what the image that fails comes to
 * @param folder the image itself
 * @param more features that may be missing; not looked at where only modules of the JDK are looked for
 * @param over what is looked for
 * @param check the check that fails
 * @param images where images are linked to be tried
 * @param attempts how often a set that fails is tried before it counts as failing, at least 1
 */
public record HealRequest(
        TrialPlans plans,
        TrialPlans.Planned image,
        Path folder,
        More more,
        Over over,
        TrialCheck check,
        TrialImages images,
        int attempts) {}
