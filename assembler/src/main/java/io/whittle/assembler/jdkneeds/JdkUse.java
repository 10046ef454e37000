package io.whittle.assembler.jdkneeds;

/**
 * Something asked of the JDK, and where.
 *
 * @param ask what is asked
 * @param line in the source file, from 1; 0 where the class has no lines
 */
public record JdkUse(JdkAsk ask, int line) {}
