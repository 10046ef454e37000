package io.whittle.assembler.text;

/** Text that Markdown and HTML alike show as it is, in a cell of a table as elsewhere. */
public final class MarkdownText {
    // Not the point of "www." and not the colon of "https:": GitHub makes links of both.
    private static final String SAFE = " .,;-/()'";

    private MarkdownText() {}

    /** One line of text. */
    public static String prose(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        Printable.of(text).codePoints().forEach(point -> {
            if (point > 0x7f || Character.isLetterOrDigit(point) || SAFE.indexOf(point) >= 0) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append("&#").append(point).append(';');
            }
        });
        return escaped.toString().replaceAll("(?i)(www)\\.", "$1&#46;");
    }

    /** A name, or an entry of the catalogue. Backticks could be closed from inside, and a bar would still end the cell. */
    public static String code(String text) {
        return "<code>" + prose(text) + "</code>";
    }

    /** One line of text for a file that is read as it stands, too: only what Markdown would take for its own is escaped. */
    public static String source(String text) {
        return Printable.of(text).replaceAll("[\\\\`*_\\[\\]<>|~&$]", "\\\\$0");
    }
}
