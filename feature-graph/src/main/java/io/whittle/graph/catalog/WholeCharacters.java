package io.whittle.graph.catalog;

import java.io.Reader;

/**
 * Hands out a text in pieces that never end between the two halves of a character. The YAML engine reads past its
 * buffer when one does, and fails with an IndexOutOfBoundsException
 * (https://github.com/FasterXML/jackson-dataformats-text/issues/508).
 */
public final class WholeCharacters extends Reader {
    private final String text;
    private int at;

    /** The whole text, from its beginning. */
    public WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (at == text.length()) {
            return -1;
        }
        int end = Math.min(text.length(), at + length);
        if (end - at > 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        int count = end - at;
        text.getChars(at, end, target, offset);
        at = end;
        return count;
    }

    @Override
    public void close() {
        // A text holds nothing open.
    }
}
