package io.whittle.assembler.bisect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import static java.util.Collections.unmodifiableSet;

/**
 * The closed sets between image and superset, in numbers. A unit is a candidate that the image lacks, or a circle of such,
 * which come and go together; units are numbered dependencies first. A set of units stands for the image with these.
 *
 * <p>Takes a bit for each pair of candidates, and time in proportion to candidates times requirements.
 */
final class Lattice<C> {
    private final Candidates<C> candidates;
    private final List<List<C>> members = new ArrayList<>();
    private final List<BitSet> down = new ArrayList<>();
    private final List<BitSet> up = new ArrayList<>();
    private final Map<C, Integer> units = new HashMap<>();

    Lattice(Candidates<C> candidates) {
        this.candidates = candidates;
        List<C> lacking = candidates.lacking();
        Map<C, Integer> numbers = new HashMap<>();
        lacking.forEach(candidate -> numbers.put(candidate, numbers.size()));
        Map<BitSet, List<C>> byReach = new LinkedHashMap<>();
        for (C candidate : lacking) {
            byReach.computeIfAbsent(reach(candidate, numbers), reach -> new ArrayList<>())
                    .add(candidate);
        }
        // Whoever requires another reaches all that the other does and itself besides, so fewer reached is dependencies
        // first.
        byReach.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getKey().cardinality()))
                .forEach(entry -> addUnit(entry.getValue()));
        byReach.forEach((reach, circle) -> {
            int unit = units.get(circle.get(0));
            reach.stream().map(number -> units.get(lacking.get(number))).forEach(required -> {
                down.get(unit).set(required);
                up.get(required).set(unit);
            });
        });
    }

    private BitSet reach(C from, Map<C, Integer> numbers) {
        BitSet reach = new BitSet();
        Deque<C> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            C next = open.pop();
            Integer number = numbers.get(next);
            if (number != null && !reach.get(number)) {
                reach.set(number);
                open.addAll(candidates.requires().getOrDefault(next, Set.of()));
            }
        }
        return reach;
    }

    private void addUnit(List<C> circle) {
        circle.forEach(candidate -> units.put(candidate, members.size()));
        members.add(List.copyOf(circle));
        down.add(new BitSet());
        up.add(new BitSet());
    }

    BitSet everything() {
        BitSet all = new BitSet();
        all.set(0, members.size());
        return all;
    }

    /** The unit and all it requires. Not to be changed. */
    BitSet down(int unit) {
        return down.get(unit);
    }

    /** The smallest closed set that holds what of these the image lacks. */
    BitSet closureOf(Set<C> these) {
        return closure(these.stream().map(units::get).filter(Objects::nonNull).toList());
    }

    BitSet closure(List<Integer> ofUnits) {
        BitSet closure = new BitSet();
        ofUnits.forEach(unit -> closure.or(down.get(unit)));
        return closure;
    }

    /** The largest closed set within this one that lacks the unit: without all that requires it. */
    BitSet without(BitSet closed, int unit) {
        BitSet rest = (BitSet) closed.clone();
        rest.andNot(up.get(unit));
        return rest;
    }

    /** The units that nothing in this set requires: those to ask for, since all others come with them. */
    int[] asked(BitSet closed) {
        return closed.stream().filter(unit -> isAsked(closed, unit)).toArray();
    }

    boolean isAsked(BitSet closed, int unit) {
        BitSet requiring = (BitSet) up.get(unit).clone();
        requiring.and(closed);
        return requiring.cardinality() == 1;
    }

    /** The one to name for a unit: the first of its circle. */
    C name(int unit) {
        return members.get(unit).get(0);
    }

    List<C> names(int... ofUnits) {
        return Arrays.stream(ofUnits).mapToObj(this::name).toList();
    }

    /** All candidates of these units, dependencies first. */
    Set<C> members(BitSet set) {
        Set<C> all = new LinkedHashSet<>();
        set.stream().forEach(unit -> all.addAll(members.get(unit)));
        return unmodifiableSet(all);
    }

    /** The image with these units. */
    Set<C> image(BitSet set) {
        Set<C> image = new LinkedHashSet<>(candidates.image());
        image.addAll(members(set));
        return unmodifiableSet(image);
    }
}
