package io.whittle.assembler.goal;

import java.util.ArrayList;
import java.util.List;

/**
 * Passes everything on, and keeps the warnings, so that a later build that does nothing can repeat them. May be used by several threads where
 * what it passes on to may.
 */
final class RememberedWarnings implements Progress {
    private final Progress progress;
    private final List<String> lines = new ArrayList<>();

    RememberedWarnings(Progress progress) {
        this.progress = progress;
    }

    /** Every line of every warning so far. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void say(String line) {
        progress.say(line);
    }

    @Override
    public void detail(String line) {
        progress.detail(line);
    }

    @Override
    public void warn(String text) {
        synchronized (this) {
            text.lines().forEach(lines::add);
        }
        progress.warn(text);
    }

    @Override
    public void fault(String text) {
        progress.fault(text);
    }

    @Override
    public void warnOnce(String text) {
        progress.warnOnce(text);
    }
}
