package io.whittle.graph.edit;

/** A text by offsets of its chars. A line ends at a line feed, a carriage return, or both. */
record SourceText(String text) {
    /** Where the line begins that this char is in. */
    int lineStart(int at) {
        int start = at;
        while (start > 0 && !isBreak(start - 1)) {
            start--;
        }
        return start;
    }

    /** Where the line ends that this char is in, before the chars that end it. */
    int lineEnd(int at) {
        int end = at;
        while (end < text.length() && !isBreak(end)) {
            end++;
        }
        return end;
    }

    /** What ends the line that this char is in; empty for the last line of a file that does not end with one. */
    String lineBreak(int at) {
        int end = lineEnd(at);
        if (end == text.length()) {
            return "";
        }
        return text.startsWith("\r\n", end) ? "\r\n" : text.substring(end, end + 1);
    }

    /** How many chars end the line before the one that begins here; none where this is the first. */
    int breakBefore(int lineStart) {
        if (lineStart == 0) {
            return 0;
        }
        return lineStart > 1 && text.startsWith("\r\n", lineStart - 2) ? 2 : 1;
    }

    /** What lines end with here, as the first of them does. */
    String usualBreak() {
        String first = lineBreak(0);
        return first.isEmpty() ? "\n" : first;
    }

    /** How many spaces the line of this char begins with. */
    int indent(int at) {
        int start = lineStart(at);
        int end = start;
        while (has(' ', end)) {
            end++;
        }
        return end - start;
    }

    /** Whether nothing but blanks stands before this char on its line. */
    boolean beginsLine(int at) {
        return text.substring(lineStart(at), at).isBlank();
    }

    boolean has(char expected, int at) {
        return at < text.length() && text.charAt(at) == expected;
    }

    /** Where something stands from here on that is neither blank nor comment; not for places inside a scalar. */
    int next(int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == '#') {
                at = lineEnd(at);
            } else if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF') {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /** The last line of comments that directly follow this char's line and are indented deeper; else this char. */
    int afterComments(int at, int indent) {
        int last = at;
        while (true) {
            int below = lineEnd(last) + lineBreak(last).length();
            int deep = indent(below);
            if (below == lineEnd(last) || deep <= indent || !has('#', below + deep)) {
                return last;
            }
            last = below;
        }
    }

    /** Whether from here to the end of the line there are only commas and closing brackets, and no comment either. */
    boolean onlyCloses(int from) {
        return text.substring(from, lineEnd(from)).chars().allMatch(c -> " \t,]}".indexOf(c) >= 0);
    }

    /**
     * The end of the last line of a block scalar.
     *
     * @param end where the engine says that it ends: at the beginning of the line after it
     * @param keeps whether empty lines behind it are part of it
     */
    int lastLineEnd(int end, boolean keeps) {
        int at = end;
        do {
            if (at == 0 || !isBreak(at - 1)) {
                return at;
            }
            at -= breakBefore(at);
        } while (!keeps);
        return at;
    }

    private boolean isBreak(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }
}
