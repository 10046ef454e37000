package io.whittle.assembler.goal;

import java.util.LinkedHashSet;
import java.util.List;

/** A goal that could not be reached, with every reason, each once. */
public final class GoalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** A goal that could not be reached; each fault says what is wrong and what to do, and may have several lines. */
    public GoalException(List<String> faults) {
        super(String.join("\n", new LinkedHashSet<>(faults)));
        this.faults = List.copyOf(new LinkedHashSet<>(faults));
    }

    /** Every reason. */
    public List<String> faults() {
        return faults;
    }
}
