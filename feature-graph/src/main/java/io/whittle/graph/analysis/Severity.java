package io.whittle.graph.analysis;

import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
    /** What is declared, or built from it, cannot work. */
    ERROR,
    /** It does nothing, or hardly what was meant. */
    WARNING,
    /** Legal, meant as a rule, and good to know. */
    INFO;

    /** As it is printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
