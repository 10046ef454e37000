package io.whittle.assembler.probe;

import java.util.List;

/**
 * Rows in which a check fails that passes elsewhere, and what it may want there.
 *
 * @param check its name
 * @param proves features that name the check
 * @param rows the rows, in the order they were run; never empty
 * @param suspects what may be wanting; empty where nothing that is out explains the failure
 * @param tried whether each suspect has been left out of the superset by itself, so that what is left of them is what is wanting
 * @param failure what the check came to in that of the rows which has the most features
 */
public record Finding(
        String check, List<String> proves, List<String> rows, List<Wanted> suspects, boolean tried, Failure failure) {
    /** Copies the lists. */
    public Finding {
        proves = List.copyOf(proves);
        rows = List.copyOf(rows);
        suspects = List.copyOf(suspects);
    }

    /**
     * What may be wanting, and what would say so in the catalogue.
     *
     * @param suspect the features
     * @param mends entries to add, any of which mends it; empty where no single entry does
     */
    public record Wanted(Suspect suspect, List<Mend> mends) {
        /** Copies the mends. */
        public Wanted {
            mends = List.copyOf(mends);
        }
    }

    /**
     * An entry to add to the catalogue.
     *
     * @param list where to: {@code features.dns.requires}
     * @param entry what
     */
    public record Mend(String list, String entry) {
        @Override
        public String toString() {
            return list + ": " + entry;
        }
    }
}
