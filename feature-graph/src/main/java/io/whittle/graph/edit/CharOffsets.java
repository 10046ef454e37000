package io.whittle.graph.edit;

import java.util.Arrays;

/** The engine counts characters, a string counts chars: characters that take two of them are what lies between. */
final class CharOffsets {
    private final int[] wide;

    private CharOffsets(int[] wide) {
        this.wide = wide;
    }

    static CharOffsets of(String text) {
        int[] wide = new int[8];
        int found = 0;
        for (int at = 0; at < text.length(); at++) {
            if (Character.isHighSurrogate(text.charAt(at))) {
                wide = found < wide.length ? wide : Arrays.copyOf(wide, found * 2);
                wide[found] = at - found;
                found++;
                at++;
            }
        }
        return new CharOffsets(Arrays.copyOf(wide, found));
    }

    /** The offset of the char with which the character of this index begins; in the logarithm of how many are wide. */
    int ofChar(int index) {
        int at = Arrays.binarySearch(wide, index);
        return index + (at < 0 ? -at - 1 : at);
    }
}
