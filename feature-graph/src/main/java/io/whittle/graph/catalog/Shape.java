package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns single nodes into what their key asks for: text of a form, a list, a mapping with known keys. What does not
 * fit is reported where it stands, with what was found, what is expected and an example; the answer is then as if the
 * file said nothing, so that one fault is not reported twice.
 */
final class Shape {
    private final CatalogSource source;
    private final FaultLog faults;
    private final NearestName nearest;

    // To find a character takes time that grows with its line, and a file may be one line.
    private int exactPlaces = 200;

    Shape(CatalogSource source, FaultLog faults, NearestName nearest) {
        this.source = source;
        this.faults = faults;
        this.nearest = nearest;
    }

    FaultLog faults() {
        return faults;
    }

    NearestName nearest() {
        return nearest;
    }

    /** The place of a character inside a text; the text's own when very many have been asked for. */
    Place place(Node.Text text, int offset) {
        exactPlaces--;
        return exactPlaces < 0 ? text.place() : new ScalarPlaces(source).of(text, offset);
    }

    /** The keys of a mapping of this level; nothing at all stands for a mapping without keys. */
    Fields fields(Node node, String what, Level level, String example) {
        List<Node.Entry> entries = entries(node, what, example);
        for (Node.Entry entry : entries) {
            if (!level.keys().contains(entry.key().text())) {
                faults.shape(entry.key().place(), UnknownKey.message(entry.key().text(), level, nearest));
            }
        }
        boolean readable = node instanceof Node.Entries || node instanceof Node.Text text && text.isNothing();
        return new Fields(this, what, node.place(), entries, readable);
    }

    /** The entries of a mapping whose keys are the author's own. */
    List<Node.Entry> entries(Node node, String what, String example) {
        if (node instanceof Node.Entries mapping) {
            return mapping.entries();
        }
        if (!(node instanceof Node.Text text && text.isNothing())) {
            expected(node, what + " takes a mapping", "write " + example);
        }
        return List.of();
    }

    /** The entries of a list that could be read. */
    <T> List<T> list(Node node, String what, String example, Function<Node, Optional<T>> entry) {
        if (node instanceof Node.Items list) {
            List<T> read = new ArrayList<>();
            for (Node item : list.items()) {
                if (item instanceof Node.Text text && text.isNothing()) {
                    faults.shape(
                            item.place(),
                            "an entry of " + what + " is empty; write " + what + ": " + example
                                    + ", or remove the entry");
                } else {
                    entry.apply(item).ifPresent(read::add);
                }
            }
            return read;
        }
        String advice = node instanceof Node.Text text
                ? text.isNothing()
                        ? "write " + what + ": " + example + ", or remove the key"
                        : "put it in brackets: " + what + ": ["
                                + String.join(", ", text.text().trim().split("[\\s,]+")) + "]"
                : "write " + what + ": " + example;
        expected(node, what + " takes a list", advice);
        return List.of();
    }

    /** Reports a list without entries. */
    void atLeastOne(Node node, String what, String example) {
        if (node instanceof Node.Items list && list.items().isEmpty()) {
            expected(node, what + " takes at least one entry", "write " + what + ": " + example);
        }
    }

    /** A text of this form. */
    Optional<Mention> text(Node node, String what, TextForm form) {
        if (!(node instanceof Node.Text text) || text.isNothing()) {
            expected(node, what + " takes " + form.noun(), form.beginning());
            return Optional.empty();
        }
        if (!form.fits(text.text())) {
            String found = text.text().isEmpty() ? "an empty text" : "'" + text.text() + "'";
            faults.shape(text.place(), found + " is not " + form.noun() + "; " + form.advice());
            return Optional.empty();
        }
        return Optional.of(text.mention());
    }

    /** A key that is the author's own; any word can be one, null too. */
    Optional<Mention> key(Node.Text key, String what, TextForm form) {
        if (form.fits(key.text())) {
            return Optional.of(key.mention());
        }
        String found = key.text().isEmpty() ? "an empty text" : "'" + key.text() + "'";
        faults.shape(
                key.place(),
                "a key of " + what + " is " + form.noun() + ", and " + found + " is none; " + form.advice());
        return Optional.empty();
    }

    Optional<Boolean> flag(Node node, String what) {
        if (node instanceof Node.Text text
                && (text.text().equals("true") || text.text().equals("false"))) {
            return Optional.of(text.text().equals("true"));
        }
        expected(node, what + " takes true or false", "write " + what + ": true or " + what + ": false");
        return Optional.empty();
    }

    /** A condition; one that holds nowhere where it cannot be read, so that it clashes with nothing. */
    PlatformCondition condition(Node node, String what) {
        if (node instanceof Node.Text text && !text.isNothing()) {
            try {
                return ConditionParser.parse(text.text());
            } catch (IllegalConditionException broken) {
                faults.meaning(place(text, broken.offset()), broken.getMessage());
                return new PlatformCondition.Or(List.of());
            }
        }
        expected(node, what + " takes a condition over platforms", "write one such as " + what + ": linux or macos");
        return new PlatformCondition.Or(List.of());
    }

    /** Reports a node of the wrong kind, unless it has been reported already. */
    void expected(Node found, String expected, String advice) {
        if (!(found instanceof Node.Unreadable)) {
            faults.shape(found.place(), expected + ", but this is " + found.inWords() + "; " + advice);
        }
    }
}
