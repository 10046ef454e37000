package io.whittle.graph.catalog;

import java.util.List;

/**
 * A value of the file before anyone knows what it means: text, a list or a mapping, each with its place. Unlike the
 * trees of YAML libraries it keeps order, places and the difference between quoted and plain, and interprets nothing.
 */
sealed interface Node {
    /** Counted from 1. */
    int line();

    /** Counted from 1, in characters. */
    int column();

    default Place place() {
        return new Place(line(), column());
    }

    /** What was found, in words for a message. */
    String inWords();

    /**
     * A scalar.
     *
     * @param plain without quotes and no block
     */
    record Text(String text, boolean plain, int line, int column) implements Node {
        /** Whether the file says nothing here: no text at all, or YAML's words for nothing without quotes. */
        boolean isNothing() {
            return plain
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }

        Mention mention() {
            return new Mention(text, place());
        }

        @Override
        public String inWords() {
            if (isNothing()) {
                return "nothing";
            }
            return text.length() <= 60 ? "the text '" + text + "'" : "the text '" + text.substring(0, 57) + "...'";
        }
    }

    /** A sequence. */
    record Items(List<Node> items, int line, int column) implements Node {
        @Override
        public String inWords() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** A mapping; no two entries have one key. */
    record Entries(List<Entry> entries, int line, int column) implements Node {
        @Override
        public String inWords() {
            return entries.isEmpty() ? "an empty mapping" : "a mapping";
        }
    }

    /** A value that has been reported already: whoever expects something here keeps quiet. */
    record Unreadable(int line, int column) implements Node {
        @Override
        public String inWords() {
            return "something unreadable";
        }
    }

    /** One line of a mapping. */
    record Entry(Text key, Node value) {}
}
