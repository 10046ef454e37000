package io.whittle.graph.edit;

import java.util.List;
import java.util.Optional;

/**
 * A value of the file and the chars it takes up, without its meaning. Ends are exclusive and leave out what follows:
 * blanks, comments, commas.
 */
sealed interface Part {
    /** Offset of its first char. */
    int start();

    /** Offset behind its last char; of a block scalar that keeps its last line ends, at the last of these. */
    int end();

    /** Whether it is a block scalar whose text would change if a line came after it. */
    default boolean open() {
        return false;
    }

    /**
     * A scalar.
     *
     * @param nothing whether it stands for an empty mapping: no text, or a word of YAML for nothing
     */
    record Scalar(String text, boolean nothing, boolean open, int start, int end) implements Part {}

    /**
     * A list.
     *
     * @param flow in brackets
     * @param indent of one in block form, how many chars stand before its dashes
     */
    record Items(boolean flow, int indent, List<Part> items, int start, int end) implements Part {
        @Override
        public boolean open() {
            return !flow && items.get(items.size() - 1).open();
        }
    }

    /**
     * A mapping.
     *
     * @param flow in braces
     * @param indent of one in block form, how many chars stand before its keys
     */
    record Members(boolean flow, int indent, List<Member> members, int start, int end) implements Part {
        Optional<Member> member(String key) {
            return members.stream()
                    .filter(member -> member.key().text().equals(key))
                    .findFirst();
        }

        @Override
        public boolean open() {
            return !flow && members.get(members.size() - 1).open();
        }
    }

    /** A key and its value. */
    record Member(Scalar key, Part value) {
        int start() {
            return key.start();
        }

        int end() {
            return value.end();
        }

        boolean open() {
            return value.open();
        }
    }
}
