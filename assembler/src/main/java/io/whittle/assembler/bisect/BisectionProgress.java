package io.whittle.assembler.bisect;

/** Told before each run; called from the thread that bisects. */
@FunctionalInterface
public interface BisectionProgress {
    /**
     * A run begins.
     *
     * @param suspects how many may still be to blame
     * @param done runs that have ended
     * @param expected how many there will be in the end, as far as can be said now; may go up as well as down
     */
    void running(int suspects, int done, int expected);
}
