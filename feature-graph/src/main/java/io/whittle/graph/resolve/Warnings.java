package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Notice;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** What is legal and still worth a word. */
final class Warnings {
    private Warnings() {}

    static List<Notice> of(PlatformView view, Set<String> in) {
        return view.requirements().circles(in).stream()
                .map(circle -> circle(view, circle))
                .toList();
    }

    private static Notice circle(PlatformView view, SortedSet<String> circle) {
        Requirement first = view.requirements().of(circle.first()).stream()
                .filter(edge -> circle.contains(edge.required()))
                .findFirst()
                .orElseThrow();
        if (circle.size() == 1) {
            return new Notice(first.place(), circle.first() + " requires itself; the entry can go");
        }
        return new Notice(
                first.place(),
                Words.list(List.copyOf(circle), "and")
                        + " require one another in a circle: they are in together or out together");
    }
}
