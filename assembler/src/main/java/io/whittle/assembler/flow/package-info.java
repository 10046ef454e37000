/**
 * Where values in a method come from, told from its instructions.
 *
 * <p>What a value means, and which are worth following, is for others to know.
 */
package io.whittle.assembler.flow;
