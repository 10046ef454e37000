package io.whittle.graph.resolve;

/**
 * Something a profile says itself, or through one it extends.
 *
 * @param profile the profile in whose text it stands
 * @param value what is said, as the catalogue has it
 * @param <T> an immutable value
 */
public record Said<T>(String profile, T value) {}
