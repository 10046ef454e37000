package io.whittle.assembler.goal;

import io.whittle.assembler.heal.HealListener;

/** How a search for what is missing goes on, for a person who waits. */
record HealProgress(Progress progress) implements HealListener {
    @Override
    public void begins(String what) {
        progress.say(what);
    }

    @Override
    public void running(int suspects, int done, int expected) {
        progress.say("  run " + (done + 1) + " of about " + Math.max(expected, done + 1) + ", " + suspects
                + (suspects == 1 ? " suspect left" : " suspects left"));
    }
}
