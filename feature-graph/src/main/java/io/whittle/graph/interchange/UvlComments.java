package io.whittle.graph.interchange;

import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;

import java.util.List;

/**
 * Blanks the comments between {@code /*} and {@code *}{@code /}. The parser lets one reach to the last end of a comment in
 * the file, and what stands between two comments would be gone without a word.
 */
final class UvlComments {
    private final char[] text;
    private final List<Notice> faults;
    private int at;

    private UvlComments(String text, List<Notice> faults) {
        this.text = text.toCharArray();
        this.faults = faults;
    }

    /**
     * The text with blanks for such comments, in lines of the same length.
     *
     * @param faults where comments go that have no end, or in whose last line the model goes on
     */
    static String blanked(String text, List<Notice> faults) {
        return text.contains("/*") ? new UvlComments(text, faults).blanked() : text;
    }

    private String blanked() {
        while (at < text.length) {
            char c = text[at];
            if (c == '"' || c == '\'' && !isInName()) {
                quoted(c);
            } else if (begins('/', '/')) {
                at = lineEnd(at);
            } else if (begins('/', '*')) {
                comment();
            } else {
                at++;
            }
        }
        return new String(text);
    }

    private void comment() {
        int begin = at;
        boolean lines = false;
        for (at += 2; at < text.length && !begins('*', '/'); at++) {
            lines |= text[at] == '\n' || text[at] == '\r';
        }
        if (at == text.length) {
            fault(begin, "this comment has no end; close it with */");
            return;
        }
        at += 2;
        for (int i = begin; i < at; i++) {
            text[i] = text[i] == '\n' || text[i] == '\r' ? text[i] : ' ';
        }
        String rest = new String(text, at, lineEnd(at) - at).strip();
        if (lines && !rest.isEmpty() && !rest.startsWith("/")) {
            fault(
                    at,
                    "the model goes on in the last line of a comment of several lines; begin a line of its own there");
        }
    }

    // A quotation ends in its line; one that does not is the parser's to tell.
    private void quoted(char quote) {
        int end = lineEnd(at);
        int close = at + 1;
        while (close < end && text[close] != quote) {
            close++;
        }
        at = close < end ? close + 1 : at + 1;
    }

    // A name may hold an apostrophe.
    private boolean isInName() {
        return at > 0 && (Character.isLetterOrDigit(text[at - 1]) || text[at - 1] == '_');
    }

    private boolean begins(char first, char second) {
        return text[at] == first && at + 1 < text.length && text[at + 1] == second;
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    private void fault(int where, String message) {
        String before = new String(text, 0, where);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        faults.add(new Notice(new Place(line, column), message));
    }
}
