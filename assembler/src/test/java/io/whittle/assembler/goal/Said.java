package io.whittle.assembler.goal;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a goal says. */
class Said implements Progress {
    final List<String> lines = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    /** What is shown also to those who want errors alone. */
    final List<String> errors = new ArrayList<>();

    @Override
    public void say(String line) {
        lines.add(line);
    }

    @Override
    public void warn(String text) {
        warnings.add(text);
    }

    @Override
    public void fault(String text) {
        errors.add(text);
    }

    @Override
    public void detail(String line) {}
}
