package io.whittle.graph.catalog;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads YAML, narrowed to data without tricks: tags, anchors, aliases, merge keys and duplicate keys are faults at
 * their place.
 *
 * <p>It reads the events of the engine beneath Jackson's YAML format, not Jackson's tokens: those hide a tag on a key,
 * do not tell quoted from plain, guess types of scalars, and give up at an alias or a collection as key without saying
 * so in words an author understands.
 */
final class YamlNodes {
    // The format itself is nested seven levels deep; the engine's scanner slows down with depth.
    private static final int DEEPEST = 32;

    private final CatalogSource source;
    private final FaultLog faults;
    private final Iterator<Event> events;

    private YamlNodes(CatalogSource source, FaultLog faults, Iterator<Event> events) {
        this.source = source;
        this.faults = faults;
        this.events = events;
    }

    /** The one document of the text; empty when the reading cannot go on, which has then been reported. */
    static Optional<Node> read(String text, CatalogSource source, FaultLog faults) {
        // The limit in bytes has been held before; the engine's own limit is a tenth of it.
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            return new YamlNodes(
                            source,
                            faults,
                            new Parse(settings)
                                    .parseReader(new WholeCharacters(text))
                                    .iterator())
                    .document();
        } catch (YamlEngineException broken) {
            Notice notice = YamlSyntax.notice(broken, source);
            faults.shape(notice.place(), notice.text());
            return Optional.empty();
        } catch (TooDeep deep) {
            faults.shape(
                    deep.place,
                    "this is nested deeper than " + DEEPEST + " levels, and nothing in this file needs more than"
                            + " eight; close the brackets or mend the indentation before this place");
            return Optional.empty();
        }
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Place place;

        TooDeep(Place place) {
            this.place = place;
        }
    }

    private Optional<Node> document() {
        Node root = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                case DocumentStart -> {
                    if (root != null) {
                        faults.shape(
                                place(event),
                                "a second document begins here, and this file is one; remove this line, or put what"
                                        + " follows into a file of its own");
                        return Optional.of(root);
                    }
                }
                default -> root = node(event, 1);
            }
        }
        if (root == null || root instanceof Node.Text text && text.isNothing()) {
            faults.shape(root == null ? new Place(1, 1) : root.place(), CatalogText.EMPTY);
            return Optional.empty();
        }
        return Optional.of(root);
    }

    private Node node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new TooDeep(place(event));
        }
        Place place = place(event);
        reportProperties(event);
        if (event instanceof ScalarEvent scalar) {
            // What a tag leaves of `!linux or macos` is not what was meant; nobody need complain of that, too.
            return scalar.getTag().filter(tag -> tag.startsWith("!")).isPresent()
                    ? new Node.Unreadable(place.line(), place.column())
                    : text(scalar);
        }
        if (event instanceof SequenceStartEvent) {
            List<Node> items = new ArrayList<>();
            for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                items.add(node(next, depth + 1));
            }
            return new Node.Items(List.copyOf(items), place.line(), place.column());
        }
        if (event instanceof MappingStartEvent) {
            return mapping(place, depth);
        }
        return new Node.Unreadable(place.line(), place.column());
    }

    private Node mapping(Place place, int depth) {
        Map<String, Integer> seen = new HashMap<>();
        List<Node.Entry> entries = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            Node key = key(next, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (!(key instanceof Node.Text text)) {
                if (!(key instanceof Node.Unreadable)) {
                    faults.shape(
                            key.place(),
                            "a key is a text, but this is " + key.inWords()
                                    + "; write a name followed by ':', and put text that holds brackets in quotes");
                }
                continue;
            }
            if (text.plain() && text.text().equals("<<")) {
                faults.shape(
                        text.place(),
                        "'<<' (a merge key) is not read in this file; write the keys out where they apply");
                continue;
            }
            Integer before = seen.putIfAbsent(text.text(), entries.size());
            if (before == null) {
                entries.add(new Node.Entry(text, value));
            } else {
                Node.Entry first = entries.get(before);
                faults.meaning(
                        text.place(),
                        "'" + text.text() + "' stands a second time in one mapping, first at "
                                + source.at(first.key().place())
                                + "; join the two, or remove one");
                entries.set(before, new Node.Entry(first.key(), joined(first.value(), value)));
            }
        }
        return new Node.Entries(List.copyOf(entries), place.line(), place.column());
    }

    /** A key is kept under its tag: who mentions it is not told that it does not exist. */
    private Node key(Event event, int depth) {
        if (event instanceof ScalarEvent scalar) {
            reportProperties(event);
            return text(scalar);
        }
        return node(event, depth);
    }

    /** Of a key that stands twice, both: names only the second declares would else be reported as unknown. */
    private static Node joined(Node first, Node second) {
        if (first instanceof Node.Entries one && second instanceof Node.Entries other) {
            Map<String, Node.Entry> all = new LinkedHashMap<>();
            one.entries().forEach(entry -> all.put(entry.key().text(), entry));
            other.entries()
                    .forEach(entry -> all.merge(
                            entry.key().text(),
                            entry,
                            (a, b) -> new Node.Entry(a.key(), joined(a.value(), b.value()))));
            return new Node.Entries(List.copyOf(all.values()), one.line(), one.column());
        }
        return first;
    }

    /** Reports tag, anchor and alias. */
    private void reportProperties(Event event) {
        if (event instanceof AliasEvent alias) {
            faults.shape(
                    place(event),
                    "'*" + alias.getAlias() + "' is a YAML alias, which is not read in this file; write the value"
                            + " out, or put it in quotes if it is text");
            return;
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            faults.shape(
                    place(event),
                    "'&" + node.getAnchor().get() + "' is a YAML anchor, which is not read in this file; remove it,"
                            + " or put the value in quotes if it is text");
        }
        tag(event).ifPresent(tag -> faults.shape(place(event), YamlSyntax.tag(tag)));
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        if (event instanceof SequenceStartEvent sequence) {
            return sequence.getTag();
        }
        return event instanceof MappingStartEvent mapping ? mapping.getTag() : Optional.empty();
    }

    private static Node.Text text(ScalarEvent scalar) {
        Place place = place(scalar);
        return new Node.Text(scalar.getValue(), scalar.isPlain(), place.line(), place.column());
    }

    private static Place place(Event event) {
        return place(event.getStartMark());
    }

    static Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(new Place(1, 1));
    }
}
