package io.whittle.assembler.goal;

import io.whittle.assembler.check.CheckListener;
import io.whittle.assembler.check.CheckResult;
import io.whittle.assembler.check.Fault;

/** How a run of checks goes on, for a person who waits. */
final class CheckProgress implements CheckListener {
    private final Progress progress;

    CheckProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void begins(String check) {
        progress.say("  " + check + " begins");
    }

    @Override
    public void triesAgain(String check, int attempt, Fault fault) {
        progress.say("  " + check + " failed at attempt " + attempt + " and is tried again");
    }

    @Override
    public void ended(CheckResult result) {
        progress.detail("  " + result.name() + " ended after " + result.millis() + " ms");
    }
}
