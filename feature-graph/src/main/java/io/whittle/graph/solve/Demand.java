package io.whittle.graph.solve;

/**
 * One thing that is demanded of an answer, beside what the catalogue itself says.
 *
 * @param kind what is demanded
 * @param number of a feature, or of a capability where its chosen provider is meant
 */
public record Demand(Kind kind, int number) {
    /** What can be demanded. */
    public enum Kind {
        /** The feature is in. */
        IN,
        /** The feature is out. */
        OUT,
        /** Where the capability is needed, the chosen provider is in. */
        CHOSEN
    }
}
