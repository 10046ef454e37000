package io.whittle.graph.analysis;

import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
    /** Something that is declared can never work. */
    ERROR,
    /** Something that is declared does nothing, or hardly what was meant. */
    WARNING,
    /** Legal, meant as a rule, and good to know. */
    INFO;

    /** As it is printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
