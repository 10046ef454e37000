package io.whittle.assembler.oci;

import java.util.List;

/** A container image that cannot be made. Each fault says what is wrong and what to do; it may have several lines. */
public final class OciException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    OciException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    OciException(String fault) {
        this(List.of(fault));
    }

    /** Everything that stands against it. */
    public List<String> faults() {
        return faults;
    }
}
