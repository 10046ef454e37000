package io.whittle.assembler.cost;

import io.whittle.graph.catalog.Mention;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How an image stands with one budget of its profile.
 *
 * @param kind which budget
 * @param written the limit as the catalogue has it
 * @param limit bytes, or milliseconds of start-up
 * @param measured the same of the image; empty where it was not measured
 * @param contributors where it is exceeded: the five that give most back, the largest first
 * @param unknown why there are none where it is exceeded, or fewer than there are features
 */
public record BudgetVerdict(
        BudgetKind kind,
        Mention written,
        long limit,
        OptionalLong measured,
        List<Contributor> contributors,
        Optional<String> unknown) {
    public BudgetVerdict {
        contributors = List.copyOf(contributors);
    }

    /**
     * A feature that could be left out.
     *
     * @param feature its name
     * @param givesBack bytes, or milliseconds of start-up
     * @param with features that go along with it
     */
    public record Contributor(String feature, long givesBack, SortedSet<String> with) {
        public Contributor {
            with = Collections.unmodifiableSortedSet(new TreeSet<>(with));
        }
    }

    /** Whether the image takes more than it may. */
    public boolean isExceeded() {
        return measured.isPresent() && measured.getAsLong() > limit;
    }

    /** {@code kept}, {@code exceeded} or {@code not measured}. */
    String state() {
        return measured.isEmpty() ? CostWords.NOT_MEASURED : isExceeded() ? "exceeded" : "kept";
    }

    /** {@code image 41.2 MiB of 40 MiB}. */
    public String line() {
        return kind.line(measured, written);
    }
}
