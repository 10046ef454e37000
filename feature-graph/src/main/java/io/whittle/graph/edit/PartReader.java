package io.whittle.graph.edit;

import io.whittle.graph.catalog.WholeCharacters;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads where the values of a text stand. Of what the engine marks it trusts starts, and ends of scalars and brackets;
 * a block ends for it where the last value in it does, and not where the next thing begins.
 */
final class PartReader {
    private final SourceText source;
    private final CharOffsets offsets;
    private final Iterator<Event> events;

    private PartReader(SourceText source) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        this.source = source;
        this.offsets = CharOffsets.of(source.text());
        this.events = new Parse(settings)
                .parseReader(new WholeCharacters(source.text()))
                .iterator();
    }

    /**
     * The one value of a text.
     *
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException when it is not YAML
     * @throws IllegalArgumentException when there is none, or one that the catalogue's format does not have
     */
    static Part read(SourceText source) {
        return new PartReader(source).document();
    }

    private Part document() {
        Optional<Part> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                default -> root = Optional.of(part(event));
            }
        }
        return root.orElseThrow(() -> new IllegalArgumentException("nothing stands here"));
    }

    private Part part(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (!(event instanceof CollectionStartEvent collection)) {
            throw new IllegalArgumentException("an alias stands here");
        }
        return event instanceof MappingStartEvent ? mapping(collection) : list(collection);
    }

    private Part.Scalar scalar(ScalarEvent event) {
        String text = event.getValue();
        int start = at(event.getStartMark());
        int end = at(event.getEndMark());
        boolean nothing = event.isPlain()
                && switch (text) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
        ScalarStyle style = event.getScalarStyle();
        if (style != ScalarStyle.LITERAL && style != ScalarStyle.FOLDED) {
            return new Part.Scalar(text, nothing, false, start, end);
        }
        String header = source.text().substring(start, source.lineEnd(start)).replaceFirst("\\s.*", "");
        boolean open = !header.contains("-") && end == source.text().length() && source.lineStart(end) < end;
        return new Part.Scalar(text, nothing, open, start, source.lastLineEnd(end, header.contains("+")));
    }

    private Part.Items list(CollectionStartEvent event) {
        int start = at(event.getStartMark());
        List<Part> items = new ArrayList<>();
        Event next = events.next();
        for (; next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(part(next));
        }
        int end = event.isFlow()
                ? at(next.getEndMark())
                : items.get(items.size() - 1).end();
        return new Part.Items(event.isFlow(), column(event), List.copyOf(items), start, end);
    }

    private Part.Members mapping(CollectionStartEvent event) {
        int start = at(event.getStartMark());
        List<Part.Member> members = new ArrayList<>();
        Event next = events.next();
        for (; next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            if (!(part(next) instanceof Part.Scalar key)) {
                throw new IllegalArgumentException("a key is no text");
            }
            members.add(member(key, part(events.next())));
        }
        // The one pair that may stand in a list without braces is marked like a mapping with them.
        boolean braces = event.isFlow() && source.text().startsWith("{", start);
        int end = braces || members.isEmpty()
                ? at(next.getEndMark())
                : members.get(members.size() - 1).end();
        return new Part.Members(event.isFlow(), column(event), List.copyOf(members), start, end);
    }

    /** A value of no chars stands behind the colon, or behind the key where there is none. */
    private Part.Member member(Part.Scalar key, Part value) {
        if (value instanceof Part.Scalar scalar
                && scalar.nothing()
                && scalar.text().isEmpty()) {
            int colon = source.next(key.end());
            int at = source.has(':', colon) ? colon + 1 : key.end();
            return new Part.Member(key, new Part.Scalar("", true, false, at, at));
        }
        return new Part.Member(key, value);
    }

    /** Of a block, which has but spaces and marks of ASCII before it: there characters are chars. */
    private static int column(Event event) {
        return event.getStartMark().orElseThrow().getColumn();
    }

    private int at(Optional<Mark> mark) {
        return offsets.ofChar(mark.orElseThrow().getIndex());
    }
}
