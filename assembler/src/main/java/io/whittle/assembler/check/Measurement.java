package io.whittle.assembler.check;

import java.util.OptionalLong;

/**
 * What a process of the image took. Where the image is not the machine's own, nothing is measured.
 *
 * @param process what was started: {@code start: lampd}, {@code step 2: lamp dim desk}
 * @param startMillis from its start until it was ready, or until its end where it is a step
 * @param peakKib the most memory it held at a time, in KiB
 */
public record Measurement(String process, OptionalLong startMillis, OptionalLong peakKib) {}
