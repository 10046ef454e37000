package io.whittle.assembler.diff;

import io.whittle.assembler.lock.Change;
import io.whittle.assembler.lock.LockContents;
import io.whittle.assembler.lock.LockedOrigin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds two states of an image against each other. */
final class StateDiff {
    private final ImageState before;
    private final ImageState after;
    private final boolean sameKind;

    /** Two states; where they are of different kinds, what their kinds spell in different ways is not compared. */
    StateDiff(ImageState before, ImageState after, boolean sameKind) {
        this.before = before;
        this.after = after;
        this.sameKind = sameKind;
    }

    ImageDiff between(ImageKey from, ImageKey to) {
        Optional<LockContents> was =
                before.contents().filter(each -> after.contents().isPresent());
        Optional<LockContents> is =
                after.contents().filter(each -> before.contents().isPresent());
        return new ImageDiff(
                to,
                Optional.of(from).filter(key -> !key.equals(to)),
                Presence.BOTH,
                features(),
                reasons(),
                was.flatMap(each -> Change.between(
                                Map.of("jdk", each.jdk()),
                                Map.of("jdk", is.get().jdk()))
                        .stream()
                        .findFirst()),
                was.map(each -> Change.between(each.options(), is.get().options()))
                        .orElse(List.of()),
                was.map(each -> origins(each.modules(), is.get().modules())).orElse(List.of()),
                was.map(each -> origins(each.artifacts(), is.get().artifacts())).orElse(List.of()),
                before.bytes(),
                after.bytes(),
                costs(),
                budgets());
    }

    private List<Change<Standing>> features() {
        SortedSet<String> names = new TreeSet<>(before.features().keySet());
        names.addAll(after.features().keySet());
        List<Change<Standing>> changes = new ArrayList<>();
        for (String name : names) {
            if (before.isIn(name) != after.isIn(name)) {
                changes.add(standings(name));
            }
        }
        return changes;
    }

    private List<Change<Standing>> reasons() {
        List<Change<Standing>> changes = new ArrayList<>();
        for (String name : sameKind ? before.features().keySet() : new TreeSet<String>()) {
            if (before.isIn(name) && after.isIn(name) && !before.reason(name).equals(after.reason(name))) {
                changes.add(standings(name));
            }
        }
        return changes;
    }

    private Change<Standing> standings(String name) {
        return new Change<>(
                name,
                Optional.ofNullable(before.features().get(name)),
                Optional.ofNullable(after.features().get(name)));
    }

    /** A lock holds what is the project's own, and what it knows by name alone, without a hash: neither is then compared by it. */
    private List<Change<LockedOrigin>> origins(
            SortedMap<String, LockedOrigin> former, SortedMap<String, LockedOrigin> later) {
        if (sameKind) {
            return Change.between(former, later);
        }
        SortedMap<String, LockedOrigin> was = new TreeMap<>(former);
        SortedMap<String, LockedOrigin> is = new TreeMap<>(later);
        former.keySet().forEach(name -> {
            LockedOrigin one = former.get(name);
            LockedOrigin other = later.get(name);
            if (other != null && (byName(one) || byName(other))) {
                was.remove(name);
                is.remove(name);
            }
        });
        return Change.between(was, is);
    }

    private static boolean byName(LockedOrigin origin) {
        return origin instanceof LockedOrigin.OfProject || origin instanceof LockedOrigin.OfCatalogue;
    }

    private List<Change<Long>> costs() {
        return before.costs()
                .flatMap(was -> after.costs().map(is -> Change.between(was, is)))
                .orElse(List.of());
    }

    // One kind knows limits alone, and another what was measured.
    private List<Change<BudgetState>> budgets() {
        return sameKind ? Change.between(before.budgets(), after.budgets()) : List.of();
    }
}
