package io.whittle.graph.lint;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** What is built is not what the list says, or does not work. */
    ERROR,
    /** It may be meant, and looks as if it were not. */
    WARNING,
    /** Good to know. */
    NOTE;

    /** As messages and documents spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
