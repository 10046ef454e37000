package io.whittle.assembler.check;

import java.util.List;

/** An attempt failed. */
final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    FaultException(List<Fault> faults) {
        super(faults.get(0).got());
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
