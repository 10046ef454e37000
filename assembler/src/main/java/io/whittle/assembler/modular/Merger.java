package io.whittle.assembler.modular;

import io.whittle.assembler.modules.Circles;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts modules that are made into one where they cannot be two: since they share a package, or require each other in a circle, which the JDK
 * refuses also where some of it is {@code static}. Those that hold different classes of one name stay apart.
 */
final class Merger {
    private final Map<String, Draft> drafts;

    /** What modules that are not made require, {@code static} or not. */
    private final Function<String, Collection<String>> requires;

    private final Set<String> image;

    /** By module that is made: the first of those that it is one with. */
    private final Map<String, String> group = new HashMap<>();

    private final Map<String, SortedSet<String>> members = new TreeMap<>();

    Merger(SortedMap<String, Draft> drafts, Set<String> image, Function<String, Collection<String>> requires) {
        this.drafts = new TreeMap<>(drafts);
        this.image = image;
        this.requires = requires;
        for (String name : drafts.keySet()) {
            group.put(name, name);
            members.put(name, new TreeSet<>(Set.of(name)));
        }
    }

    /** What comes of them: those that hold others, those that stay as they are, and whose files are in which. */
    Merged merge() {
        sharers().forEach(this::join);
        // Each round joins some or takes an edge away.
        while (Circles.of(nodes(), this::edges).stream().anyMatch(this::open)) {}
        SortedMap<String, Draft> made = new TreeMap<>();
        SortedMap<String, String> holders = new TreeMap<>();
        for (SortedSet<String> each : members.values()) {
            Draft holder = drafts.get(holder(each));
            List<Draft> others = each.stream()
                    .filter(name -> !name.equals(holder.name()))
                    .map(drafts::get)
                    .toList();
            others.forEach(other -> holders.put(other.name(), holder.name()));
            made.put(holder.name(), others.isEmpty() ? holder : holder.holding(others));
        }
        return new Merged(made, holders, drafts);
    }

    /**
     * What comes of merging.
     *
     * @param made those that have files
     * @param holders by module without files of its own: where they are
     * @param all as they were
     */
    record Merged(SortedMap<String, Draft> made, SortedMap<String, String> holders, Map<String, Draft> all) {}

    private Collection<SortedSet<String>> sharers() {
        Map<String, SortedSet<String>> sharers = new TreeMap<>();
        drafts.forEach((name, draft) -> draft.facts()
                .packages()
                .forEach(each ->
                        sharers.computeIfAbsent(each, none -> new TreeSet<>()).add(name)));
        sharers.values().removeIf(names -> names.size() < 2);
        return sharers.values();
    }

    /** Joins those that can be; whether any two were. */
    private boolean join(SortedSet<String> names) {
        boolean joined = false;
        String first = group.get(names.first());
        for (String name : names) {
            String other = group.get(name);
            if (!first.equals(other) && !clash(first, other)) {
                SortedSet<String> gone = members.remove(other);
                gone.forEach(each -> group.put(each, first));
                members.get(first).addAll(gone);
                joined = true;
            }
        }
        return joined;
    }

    private boolean clash(String one, String other) {
        return members.get(one).stream()
                .anyMatch(left -> members.get(other).stream()
                        .anyMatch(right -> Clash.between(
                                        drafts.get(left).facts(),
                                        drafts.get(right).facts())
                                .isPresent()));
    }

    /** Opens a circle: by joining, or by forgetting what is used only where it is there; whether that did anything. */
    private boolean open(SortedSet<String> circle) {
        SortedSet<String> made = new TreeSet<>(circle);
        made.retainAll(members.keySet());
        if (made.size() == circle.size() && join(made)) {
            return true;
        }
        boolean forgot = false;
        SortedSet<String> within = new TreeSet<>(circle);
        made.forEach(node -> within.addAll(members.get(node)));
        for (String node : made) {
            for (String name : members.get(node)) {
                Draft draft = drafts.get(name);
                Draft less = draft.withoutSoft(within);
                forgot |= less.soft().size() < draft.soft().size();
                drafts.put(name, less);
            }
        }
        return forgot;
    }

    private Set<String> nodes() {
        Set<String> nodes = new TreeSet<>(image);
        nodes.removeAll(group.keySet());
        nodes.addAll(members.keySet());
        return nodes;
    }

    private Set<String> edges(String node) {
        Set<String> edges = new TreeSet<>();
        if (members.containsKey(node)) {
            for (String name : members.get(node)) {
                edges.addAll(drafts.get(name).hard());
                edges.addAll(drafts.get(name).soft());
            }
        } else {
            edges.addAll(requires.apply(node));
        }
        edges.retainAll(image);
        Set<String> joined = new TreeSet<>();
        edges.forEach(name -> joined.add(group.getOrDefault(name, name)));
        joined.remove(node);
        return joined;
    }

    /** The one that most of the others require, else the first by name. */
    private String holder(SortedSet<String> names) {
        return names.stream()
                .max(Comparator.comparingLong((String name) -> names.stream()
                                .filter(other -> drafts.get(other).hard().contains(name))
                                .count())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }
}
