package io.whittle.assembler.plan;

import java.util.List;

/** An image that could not be made, with every reason that is known. What stood before still stands. */
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** An image that could not be made; each fault says what is wrong and what to do. */
    public LinkException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** An image that could not be made for one reason. */
    public LinkException(String fault) {
        this(List.of(fault));
    }

    /** Every reason. */
    public List<String> faults() {
        return faults;
    }
}
