package io.whittle.assembler.lock;

import java.util.Comparator;
import java.util.Optional;

/**
 * A finding of an audit that was accepted, whatever the lines it stands on.
 *
 * @param code such as {@code undeclared-requirement}
 * @param feature the feature it is about; empty for base
 * @param target what that one uses
 */
public record LockedFinding(String code, Optional<String> feature, String target) implements Comparable<LockedFinding> {
    private static final Comparator<LockedFinding> ORDER = Comparator.comparing(
                    (LockedFinding finding) -> finding.feature().orElse(""))
            .thenComparing(LockedFinding::target)
            .thenComparing(LockedFinding::code);

    @Override
    public int compareTo(LockedFinding other) {
        return ORDER.compare(this, other);
    }
}
