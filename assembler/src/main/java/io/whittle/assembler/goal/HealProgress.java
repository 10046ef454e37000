package io.whittle.assembler.goal;

import io.whittle.assembler.heal.HealListener;

/** How a search for what is missing goes on, for a person who waits. */
final class HealProgress implements HealListener {
    private final Progress progress;
    private int before = Integer.MAX_VALUE;

    HealProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void begins(String what) {
        before = Integer.MAX_VALUE;
        progress.say(what);
    }

    // A guess that goes up is told with its reason.
    @Override
    public void running(int suspects, int done, int expected) {
        if (suspects > before) {
            progress.say("  it is not among the first suspects alone: now all that may be missing is searched");
        }
        before = suspects;
        progress.say("  run " + (done + 1) + " of about " + Math.max(expected, done + 1) + ", " + suspects
                + (suspects == 1 ? " suspect left" : " suspects left"));
    }
}
