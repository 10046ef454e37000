package io.whittle.graph.catalog;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * The lines of a text as an unmodifiable list that keeps no line twice: of every 32nd the beginning is known, the ones
 * between are found from there. A line ends at a line feed, a carriage return, or both.
 */
final class TextLines extends AbstractList<String> implements RandomAccess {
    private static final int STEP = 32;

    private final String text;
    private final int[] begins;
    private final int size;

    TextLines(String text) {
        this.text = text;
        int[] found = new int[16];
        int lines = 0;
        for (int begin = 0; begin <= text.length(); begin = next(begin)) {
            if (begin == text.length() && lines > 0) {
                break;
            }
            if (lines % STEP == 0) {
                found = lines / STEP < found.length ? found : Arrays.copyOf(found, found.length * 2);
                found[lines / STEP] = begin;
            }
            lines++;
        }
        this.begins = found;
        this.size = lines;
    }

    @Override
    public String get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int begin = begins[index / STEP];
        for (int i = 0; i < index % STEP; i++) {
            begin = next(begin);
        }
        return text.substring(begin, end(begin));
    }

    @Override
    public int size() {
        return size;
    }

    /** Where the line ends that begins here, without its end's characters. */
    private int end(int begin) {
        int end = begin;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Where the line after this one begins; beyond the text after the last. */
    private int next(int begin) {
        int end = end(begin);
        if (end >= text.length()) {
            return text.length() + 1;
        }
        boolean both = text.startsWith("\r\n", end);
        return end + (both ? 2 : 1);
    }
}
