package io.whittle.graph.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds to the lists of base or of one feature, whichever way it is written. */
final class BodyEdit {
    /** After these a list is best looked for. */
    private static final List<String> FIRST_KEYS = List.of("summary", "internal", "platforms", "requires");

    private final SourceText source;
    private final Insertions insertions;
    private final FlowEdit flow;

    BodyEdit(SourceText source, Insertions insertions) {
        this.source = source;
        this.insertions = insertions;
        this.flow = new FlowEdit(source, insertions);
    }

    /** One line for each list, as a block mapping holds them at this indentation. */
    static List<String> lines(int indent, SortedMap<Addition.Key, List<Wanted>> lists) {
        List<String> lines = new ArrayList<>();
        lists.forEach((list, wanted) ->
                lines.add(" ".repeat(indent) + pair(list, wanted) + Comments.behind(Wanted.reasons(wanted))));
        return lines;
    }

    /** The same for a mapping in braces. */
    static List<FlowEdit.Element> elements(SortedMap<Addition.Key, List<Wanted>> lists) {
        List<FlowEdit.Element> elements = new ArrayList<>();
        lists.forEach((list, wanted) -> elements.add(new FlowEdit.Element(pair(list, wanted), Wanted.reasons(wanted))));
        return elements;
    }

    private static String pair(Addition.Key list, List<Wanted> wanted) {
        return list.word() + ": [" + String.join(", ", Wanted.entries(wanted)) + "]";
    }

    /**
     * Adds what is not there yet.
     *
     * @param among the mapping in which the body stands under its name
     * @param outer how far the mapping around that one is indented
     */
    void add(Part.Members among, int outer, Part.Member body, SortedMap<Addition.Key, List<Wanted>> lists) {
        if (body.value() instanceof Part.Members mapping) {
            // Where a list ends the mapping, its entries come before the keys that are new.
            SortedMap<Addition.Key, List<Wanted>> absent = new TreeMap<>();
            lists.forEach((list, wanted) -> mapping.member(list.word())
                    .ifPresentOrElse(
                            member -> add((Part.Items) member.value(), list, wanted), () -> absent.put(list, wanted)));
            if (!absent.isEmpty()) {
                newKeys(mapping, absent);
            }
        } else {
            fill(among, outer, body, lists);
        }
    }

    private void add(Part.Items items, Addition.Key list, List<Wanted> wanted) {
        Set<String> there = new HashSet<>();
        items.items().forEach(item -> Wanted.target(list, item).ifPresent(there::add));
        List<Wanted> missing =
                wanted.stream().filter(each -> !there.contains(each.target())).toList();
        if (missing.isEmpty()) {
            return;
        }
        if (items.flow()) {
            List<FlowEdit.Element> elements = missing.stream()
                    .map(each -> new FlowEdit.Element(
                            each.entry(), each.because().stream().toList()))
                    .toList();
            if (items.items().isEmpty()) {
                flow.first(items.start(), false, elements);
            } else {
                Part last = items.items().get(items.items().size() - 1);
                flow.behind(last.start(), last.end(), elements);
            }
            return;
        }
        Part last = items.items().get(items.items().size() - 1);
        String dash = " ".repeat(items.indent()) + "- ";
        missing.forEach(each -> line(
                last.start(),
                last,
                last.end(),
                dash + each.entry() + Comments.behind(each.because().stream().toList())));
    }

    private void newKeys(Part.Members mapping, SortedMap<Addition.Key, List<Wanted>> lists) {
        if (mapping.members().isEmpty()) {
            flow.first(mapping.start(), false, elements(lists));
            return;
        }
        Part.Member before = lastOf(mapping, FIRST_KEYS)
                .orElseGet(() -> mapping.members().get(mapping.members().size() - 1));
        if (mapping.flow()) {
            flow.behind(before.start(), before.end(), elements(lists));
        } else {
            int end = source.afterComments(before.end(), mapping.indent());
            lines(mapping.indent(), lists).forEach(line -> line(before.start(), before.value(), end, line));
        }
    }

    /** The last in the file of the members with these keys. */
    static Optional<Part.Member> lastOf(Part.Members mapping, List<String> keys) {
        return mapping.members().stream()
                .filter(member -> keys.contains(member.key().text()))
                .reduce((first, second) -> second);
    }

    /** A line after a value; before it where it would change what the value says. */
    private void line(int start, Part value, int end, String line) {
        if (value.open()) {
            insertions.lineBefore(start, line);
        } else {
            insertions.lineAfter(end, line);
        }
    }

    private void fill(Part.Members among, int outer, Part.Member body, SortedMap<Addition.Key, List<Wanted>> lists) {
        Part.Scalar nothing = (Part.Scalar) body.value();
        boolean colon = source.has(':', source.next(body.key().end()));
        if (among.flow()) {
            flow.inPlaceOf(nothing, colon, elements(lists));
            return;
        }
        if (!nothing.text().isEmpty()) {
            // The word for nothing becomes a comment, and so it still stands there.
            insertions.within(nothing.start(), "# ");
        }
        if (!colon) {
            insertions.lineAfter(nothing.end(), " ".repeat(among.indent()) + ":");
        }
        lines(indentWithin(among, outer), lists).forEach(line -> insertions.lineAfter(nothing.end(), line));
    }

    /** How far the mappings in a block mapping are indented: as its first one is, else by as much as it is itself. */
    static int indentWithin(Part.Members among, int outer) {
        return among.members().stream()
                .map(Part.Member::value)
                .filter(value -> value instanceof Part.Members mapping && !mapping.flow())
                .map(value -> ((Part.Members) value).indent())
                .findFirst()
                .orElse(among.indent() + (among.indent() > outer ? among.indent() - outer : 2));
    }
}
