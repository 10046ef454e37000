package io.whittle.graph.cells;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal parts of the work, for runners that know no more than their number.
 *
 * @param number which, from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {
    private static final Pattern SPELT = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

    /** Checks. */
    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("there is no part " + number + " of " + of);
        }
    }

    /** Reads {@code 2/5}; empty when it is no part of anything. */
    public static Optional<Shard> parse(String text) {
        Matcher spelt = SPELT.matcher(text);
        if (!spelt.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(spelt.group(1));
        int of = Integer.parseInt(spelt.group(2));
        return number <= of ? Optional.of(new Shard(number, of)) : Optional.empty();
    }

    /**
     * The cells of this part, in the order in which they come. The most expensive ones are dealt first, each to the part that has least to do:
     * no part has a third more than it would have in the best of all ways to deal. Each cell is in one part, and only in one. What a
     * cell costs and its id decide, and not the order of the cells.
     */
    public List<Cell> of(List<Cell> cells) {
        List<Cell> dealt = new ArrayList<>(cells);
        dealt.sort(Comparator.comparingLong((Cell cell) -> -cell.content().cost())
                .thenComparing(Cell::id)
                .thenComparing(cell -> cell.content().text()));
        long[] load = new long[of];
        Set<Cell> mine = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Cell cell : dealt) {
            int least = 0;
            for (int part = 1; part < of; part++) {
                if (load[part] < load[least]) {
                    least = part;
                }
            }
            load[least] += cell.content().cost();
            if (least == number - 1) {
                mine.add(cell);
            }
        }
        return cells.stream().filter(mine::contains).toList();
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
