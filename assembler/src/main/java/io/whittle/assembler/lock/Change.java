package io.whittle.assembler.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One item that is other than it was; one of both at least is there.
 *
 * @param name of the item
 * @param before what it was; empty for one that is new
 * @param after what it is; empty for one that is gone
 * @param <V> what items are
 */
public record Change<V>(String name, Optional<V> before, Optional<V> after) {
    /** Every item in which two states differ, by name. Linear in both, but for the sorting. */
    public static <V> List<Change<V>> between(Map<String, V> before, Map<String, V> after) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Change<V>> changes = new ArrayList<>();
        for (String name : names) {
            Optional<V> was = Optional.ofNullable(before.get(name));
            Optional<V> is = Optional.ofNullable(after.get(name));
            if (!was.equals(is)) {
                changes.add(new Change<>(name, was, is));
            }
        }
        return List.copyOf(changes);
    }
}
