package io.whittle.assembler.diff;

import java.util.List;

/** A side that cannot be compared, with every reason; each says what is wrong and what to do. */
public final class UnusableSideException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    UnusableSideException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Every reason. */
    public List<String> faults() {
        return faults;
    }
}
