package io.whittle.assembler.cost;

import io.whittle.graph.catalog.Budget;
import io.whittle.graph.resolve.EffectiveProfile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The limits of an image that stands for several profiles: the strictest of each. */
public final class StrictestBudgets {
    private StrictestBudgets() {}

    /** By name: image, archive, memory, start. */
    public static SortedMap<String, Budget> of(List<EffectiveProfile> profiles) {
        SortedMap<String, Budget> strictest = new TreeMap<>();
        profiles.forEach(profile -> profile.budgets()
                .forEach((name, said) -> strictest.merge(
                        name, said.value(), (one, other) -> one.amount() <= other.amount() ? one : other)));
        return strictest;
    }
}
