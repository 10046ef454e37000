package io.whittle.assembler.check;

import java.util.regex.Pattern;

/** Looks for a pattern of the catalogue, which may be one that takes ages, or more stack than there is. */
enum Find {
    FOUND(""),
    MISSING(" without it"),
    ENDLESS(" in which the pattern could not be looked for in time; it tries too many ways"),
    DEEP(" in which the pattern could not be looked for; it repeats too long a part");

    private final String text;

    Find(String text) {
        this.text = text;
    }

    /** What to say behind the name of where it was looked for. */
    String text() {
        return text;
    }

    /** Looks for it, until the time is over. */
    static Find in(CharSequence text, Pattern pattern, Deadline until) {
        try {
            return pattern.matcher(new Timed(text, until)).find() ? FOUND : MISSING;
        } catch (TooLate late) {
            return ENDLESS;
        } catch (StackOverflowError full) {
            return DEEP;
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
