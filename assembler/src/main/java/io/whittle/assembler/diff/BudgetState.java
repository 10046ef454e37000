package io.whittle.assembler.diff;

import java.util.Optional;

/**
 * A budget of an image.
 *
 * @param limit bytes, or milliseconds of {@code start}
 * @param measured in the same unit; empty where nothing was measured
 */
record BudgetState(long limit, Optional<Long> measured) {
    boolean isKept() {
        return measured.map(bytes -> bytes <= limit).orElse(true);
    }
}
