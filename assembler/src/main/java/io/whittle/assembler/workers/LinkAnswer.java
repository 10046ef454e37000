package io.whittle.assembler.workers;

/**
 * What came of a link.
 *
 * @param exit jlink's exit code; 0 proves nothing
 * @param said all that jlink wrote, its head where that is long
 */
public record LinkAnswer(int exit, String said) {}
