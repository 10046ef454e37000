package io.whittle.graph.resolve;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Unmodifiable copies of nested collections. */
final class Copies {
    private Copies() {}

    static <T> SortedMap<String, List<T>> ofLists(SortedMap<String, List<T>> lists) {
        SortedMap<String, List<T>> copy = new TreeMap<>();
        lists.forEach((key, list) -> copy.put(key, List.copyOf(list)));
        return Collections.unmodifiableSortedMap(copy);
    }
}
