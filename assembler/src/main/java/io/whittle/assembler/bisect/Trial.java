package io.whittle.assembler.bisect;

import java.time.Duration;
import java.util.BitSet;

/** A set that was tried, in numbers of a {@link Lattice}. */
record Trial(BitSet set, boolean linked, Verdict verdict, int attempts, Duration time) {}
