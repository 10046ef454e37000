package io.whittle.assembler.goal;

import java.util.ArrayList;
import java.util.List;

/** Passes everything on, and keeps the warnings, so that a later build that does nothing can repeat them. */
final class RememberedWarnings implements Progress {
    private final Progress progress;
    private final List<String> lines = new ArrayList<>();

    RememberedWarnings(Progress progress) {
        this.progress = progress;
    }

    /** Every line of every warning so far. */
    List<String> lines() {
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
        text.lines().forEach(lines::add);
        progress.warn(text);
    }
}
