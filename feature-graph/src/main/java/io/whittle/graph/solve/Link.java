package io.whittle.graph.solve;

/**
 * One step of a chain.
 *
 * @param kind over what it leads
 * @param edge its number among edges of that kind
 * @param origin the node it leads from
 * @param target the node it leads to; -1 for a need that no provider meets
 */
public record Link(Kind kind, int edge, int origin, int target) {
    /** No step: a chain begins or ends here. */
    public static final Link NONE = new Link(Kind.NONE, -1, -1, -1);

    /** Over what a step leads. */
    public enum Kind {
        /** Over nothing. */
        NONE,
        /** Over {@link PlatformGraph#requires()}. */
        REQUIREMENT,
        /** Over {@link PlatformGraph#needs()}, to the provider. */
        NEED
    }
}
