package io.whittle.assembler.pack;

import java.io.IOException;

/** What is wrong with an archive or an entry of it, before it is known of which. */
final class ArchiveFault extends IOException {
    private static final long serialVersionUID = 1L;

    private static final String FOREIGN =
            "It would reach outside of its folder. Get the archive anew from who made it; if it is the same there, do not use it.";
    private static final String DAMAGED =
            "Get the archive anew, and compare its hash with the one that its maker tells.";

    private final String advice;

    private ArchiveFault(String rule, String advice, Throwable cause) {
        super(rule, cause);
        this.advice = advice;
    }

    /** An entry that reaches for what is not the archive's. */
    static ArchiveFault foreign(String rule) {
        return new ArchiveFault(rule, FOREIGN, null);
    }

    /** An archive that cannot be what its maker made. */
    static ArchiveFault damaged(String rule) {
        return new ArchiveFault(rule, DAMAGED, null);
    }

    /** An archive that the reader of its format refuses. */
    static ArchiveFault damaged(Exception cause) {
        if (cause instanceof ArchiveFault known) {
            return known;
        }
        return new ArchiveFault(
                "cannot be read, since the archive is damaged or cut off (" + cause + ")", DAMAGED, cause);
    }

    /** Anything else, with what to do about it. */
    static ArchiveFault of(String rule, String advice) {
        return new ArchiveFault(rule, advice, null);
    }

    /** What is wrong, as the end of a sentence about an archive or an entry. */
    String rule() {
        return getMessage();
    }

    /** What to do. */
    String advice() {
        return advice;
    }
}
