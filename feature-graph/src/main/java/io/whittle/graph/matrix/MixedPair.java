package io.whittle.graph.matrix;

/**
 * Two features, one in and one out.
 *
 * @param in the one that is in
 * @param out the one that is out
 */
public record MixedPair(String in, String out) {}
