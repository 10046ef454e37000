package io.whittle.graph.catalog;

/**
 * A limit a profile sets itself.
 *
 * @param limit as written, for messages
 * @param amount bytes for {@code image}, {@code archive} and {@code memory}; milliseconds for {@code start}
 */
public record Budget(Mention limit, long amount) {}
