package io.whittle.assembler.diff;

/**
 * How a feature stands in an image.
 *
 * @param in whether it is in
 * @param reason why, for people; empty where the side does not say
 */
record Standing(boolean in, String reason) {}
