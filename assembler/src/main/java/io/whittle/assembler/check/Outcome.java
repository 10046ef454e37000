package io.whittle.assembler.check;

import io.whittle.graph.resolve.Applicability.Hindrance;

import java.util.List;

/** What a check came to. */
public sealed interface Outcome {
    /** Whether a build that asks for checks has to fail. */
    default boolean isFailure() {
        return this instanceof Failed || this instanceof NotRun;
    }

    /**
     * The image answered as expected.
     *
     * @param attempts how many it took
     * @param before the faults of the attempts before the one that passed
     */
    record Passed(int attempts, List<Fault> before) implements Outcome {
        public Passed {
            before = List.copyOf(before);
        }

        /** Whether it passed late. */
        public boolean isFlaky() {
            return attempts > 1;
        }
    }

    /**
     * No attempt passed.
     *
     * @param attempts how many there were
     * @param faults of the last one; never empty
     */
    record Failed(int attempts, List<Fault> faults) implements Outcome {
        public Failed {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Not to be asked of this image; neither passed nor failed.
     *
     * @param hindrances why; never empty
     */
    record NotApplicable(List<Hindrance> hindrances) implements Outcome {
        public NotApplicable {
            hindrances = List.copyOf(hindrances);
        }
    }

    /**
     * It could not be asked, which proves nothing and is a failure.
     *
     * @param reason what stood in the way, and what to do
     */
    record NotRun(String reason) implements Outcome {}
}
