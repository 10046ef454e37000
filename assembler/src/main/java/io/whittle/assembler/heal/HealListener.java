package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.BisectionProgress;

/** Told how a search goes on. */
public interface HealListener extends BisectionProgress {
    /** Something begins that takes a while. */
    void begins(String what);
}
