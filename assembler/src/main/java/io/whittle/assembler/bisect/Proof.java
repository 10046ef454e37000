package io.whittle.assembler.bisect;

/** How it is known that the check fails without a culprit. */
public enum Proof {
    /** It was run on the answer without that culprit. Costs a run a culprit, and finds conflicts that nobody declared. */
    SEEN,
    /** It failed on a larger set without that culprit. Costs nothing, and is wrong where something in that set made it fail. */
    FOLLOWS
}
