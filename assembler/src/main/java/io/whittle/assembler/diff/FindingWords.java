package io.whittle.assembler.diff;

import io.whittle.assembler.lock.LockedFinding;

/** A finding in a line. */
final class FindingWords {
    private FindingWords() {}

    static String of(LockedFinding finding, String words) {
        return finding.code() + ": " + finding.feature().orElse("base") + " and " + finding.target()
                + (words.isEmpty() ? "" : " (" + words + ")");
    }
}
