package io.whittle.assembler.diff;

import io.whittle.assembler.lock.Change;
import io.whittle.assembler.lock.LockContents;
import io.whittle.assembler.lock.LockedOrigin;

import java.util.List;
import java.util.Optional;

/**
 * In what an image is another one. Of one that is on one side alone only its name and size are told.
 *
 * @param key which image; where two of different names are compared, the later one
 * @param former the former one's, where that has another name
 * @param presence where it is
 * @param features those that came in or went out; both standings are there, but for features that one side has never heard of
 * @param reasons features that are in as before, and for another reason
 * @param jdk another JDK
 * @param options how its files are made
 * @param modules with where they come from
 * @param artifacts jars that are no modules
 * @param before bytes on disk, where known
 * @param after bytes on disk, where known
 * @param costs bytes on disk of features, where both sides know them
 * @param budgets with what was measured
 */
record ImageDiff(
        ImageKey key,
        Optional<ImageKey> former,
        Presence presence,
        List<Change<Standing>> features,
        List<Change<Standing>> reasons,
        Optional<Change<LockContents.Jdk>> jdk,
        List<Change<String>> options,
        List<Change<LockedOrigin>> modules,
        List<Change<LockedOrigin>> artifacts,
        Optional<Long> before,
        Optional<Long> after,
        List<Change<Long>> costs,
        List<Change<BudgetState>> budgets) {
    ImageDiff {
        features = List.copyOf(features);
        reasons = List.copyOf(reasons);
        options = List.copyOf(options);
        modules = List.copyOf(modules);
        artifacts = List.copyOf(artifacts);
        costs = List.copyOf(costs);
        budgets = List.copyOf(budgets);
    }

    /** The same image on both sides, as far as both know it. A size that one side does not know is no difference. */
    boolean isEmpty() {
        return presence == Presence.BOTH
                && features.isEmpty()
                && reasons.isEmpty()
                && jdk.isEmpty()
                && options.isEmpty()
                && modules.isEmpty()
                && artifacts.isEmpty()
                && grown().orElse(0L) == 0
                && costs.isEmpty()
                && budgets.isEmpty();
    }

    /** By how many bytes it has grown; less than 0 where it has shrunk. */
    Optional<Long> grown() {
        return before.flatMap(was -> after.map(is -> is - was));
    }
}
