package io.whittle.assembler.check;

import java.util.regex.Pattern;

/** Looks for a pattern of the catalogue. A pattern that would take ages, or more stack than there is, is not found. */
final class Find {
    private Find() {}

    /** Whether it is found, before the time is over. */
    static boolean in(CharSequence text, Pattern pattern, Deadline until) {
        try {
            return pattern.matcher(new Timed(text, until)).find();
        } catch (TooLate | StackOverflowError endless) {
            return false;
        }
    }

    /** A matcher cannot be interrupted, but it has to ask for every character. */
    private record Timed(CharSequence text, Deadline until) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (until.isOver()) {
                throw new TooLate();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooLate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLate() {
            super(null, null, false, false);
        }
    }
}
