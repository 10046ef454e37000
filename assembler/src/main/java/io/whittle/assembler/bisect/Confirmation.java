package io.whittle.assembler.bisect;

/** Whether an answer holds in an image that was linked. */
public enum Confirmation {
    /** There was nothing to confirm it with. */
    NOT_ASKED,
    /** The check passes in a linked image with the answer. */
    CONFIRMED,
    /** The fast runs led to an answer that fails in a linked image; this one was searched for in linked images. */
    SEARCHED_AGAIN,
    /** The linked image could not be made, or the check not run in it. */
    NOT_RUN
}
