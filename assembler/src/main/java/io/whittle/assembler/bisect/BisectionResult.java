package io.whittle.assembler.bisect;

import java.util.List;
import java.util.Optional;

/**
 * What bisecting came to.
 *
 * @param <C> a candidate
 */
public sealed interface BisectionResult<C> {
    /** Everything that was run. */
    Runs<C> runs();

    /** The check passes in the image: there is nothing to heal. */
    record ImagePasses<C>(Runs<C> runs) implements BisectionResult<C> {}

    /** The check fails in the superset too: what is missing is not among the candidates, or something in there breaks it. */
    record SupersetFails<C>(Runs<C> runs) implements BisectionResult<C> {}

    /**
     * The check could not be run where it has to be.
     *
     * @param image whether that is so in the image; otherwise in the superset
     */
    record NotRun<C>(boolean image, Runs<C> runs) implements BisectionResult<C> {}

    /**
     * On the module path the check passes, and in a linked image of the same it fails: no candidate is missing. What the image is
     * linked with is to blame, such as the locales it keeps or what is stripped.
     *
     * @param image whether that was seen on the image; otherwise on the superset
     */
    record OptionsSuspected<C>(boolean image, Runs<C> runs) implements BisectionResult<C> {}

    /**
     * A set was found that heals.
     *
     * @param answer the one that adds least to the image; of several, the one with the fewest culprits, then the first in order
     * @param others all others that were found, the same way sorted; none contains another
     * @param all whether there are no more: none was given up on, and others were asked for
     * @param conflict a set that passes and of which a superset fails. Then the answer is one of which nothing can be left out,
     *     not always the smallest, and others were not searched
     * @param beyondSuspects whether what was suspected did not heal, so that everything the image lacks was searched
     * @param unproven culprits without which the check could not be run, so that they may not be needed
     */
    record Healed<C>(
            Answer<C> answer,
            List<Answer<C>> others,
            boolean all,
            Optional<Conflict<C>> conflict,
            boolean beyondSuspects,
            List<C> unproven,
            Confirmation confirmation,
            Runs<C> runs)
            implements BisectionResult<C> {
        /** Copies what is given. */
        public Healed {
            others = List.copyOf(others);
            unproven = List.copyOf(unproven);
        }

        /** The others, each as what it asks for in place of what. */
        public List<Alternative<C>> alternatives() {
            return others.stream()
                    .map(other ->
                            new Alternative<>(lacking(answer.culprits(), other), lacking(other.culprits(), answer)))
                    .toList();
        }

        private static <C> List<C> lacking(List<C> culprits, Answer<C> in) {
            return culprits.stream()
                    .filter(culprit -> !in.culprits().contains(culprit))
                    .toList();
        }
    }
}
