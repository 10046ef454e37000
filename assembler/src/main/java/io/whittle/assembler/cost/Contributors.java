package io.whittle.assembler.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Which features of an image could give something back. */
public final class Contributors {
    private static final int SHOWN = 5;

    private Contributors() {}

    /** The largest, first; those that are left out by another one's leaving stand for themselves, too. */
    public static List<BudgetVerdict.Contributor> of(Costs costs, BudgetKind kind) {
        List<BudgetVerdict.Contributor> all = new ArrayList<>();
        for (FeatureCost cost : costs.features()) {
            if (cost.in() && cost.change().isPresent()) {
                Change change = cost.change().get();
                OptionalLong back = kind.of(change);
                if (back.orElse(0) > 0) {
                    all.add(new BudgetVerdict.Contributor(cost.feature(), back.getAsLong(), change.with()));
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparingLong(BudgetVerdict.Contributor::givesBack)
                        .reversed()
                        .thenComparing(BudgetVerdict.Contributor::feature))
                .limit(SHOWN)
                .toList();
    }

    /** Whether it is known of every feature that can be left out. */
    public static boolean areAllKnown(Costs costs, BudgetKind kind) {
        return costs.features().stream()
                .filter(FeatureCost::in)
                .flatMap(cost -> cost.change().stream())
                .allMatch(change -> kind.of(change).isPresent());
    }
}
