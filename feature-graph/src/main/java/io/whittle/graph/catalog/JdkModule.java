package io.whittle.graph.catalog;

/**
 * A module of the JDK that is needed at run time and that no compiler sees.
 *
 * @param module its name, without the question mark
 * @param whereItExists written {@code name?}: no fault when the JDK that is linked has no such module (any more)
 */
public record JdkModule(Mention module, boolean whereItExists) {}
