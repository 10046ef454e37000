package io.whittle.assembler.generate;

/** The source of a Java class without what is no code: blanks stand in place of comments and texts, and each line keeps its place. */
final class BareJava {
    private final String source;
    private final StringBuilder bare = new StringBuilder();

    private BareJava(String source) {
        this.source = source;
    }

    /** As long as the source. Linear. */
    static String of(String source) {
        return new BareJava(source).strip();
    }

    private String strip() {
        while (bare.length() < source.length()) {
            int at = bare.length();
            if (source.startsWith("//", at)) {
                blankTo(end("\n", at));
            } else if (source.startsWith("/*", at)) {
                blankTo(behind("*/", at + 2));
            } else if (source.startsWith("\"\"\"", at)) {
                blankTo(textEnd("\"\"\"", at + 3));
            } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
                blankTo(textEnd(source.substring(at, at + 1), at + 1));
            } else {
                bare.append(source.charAt(at));
            }
        }
        return bare.toString();
    }

    private void blankTo(int end) {
        while (bare.length() < end) {
            char read = source.charAt(bare.length());
            bare.append(read == '\n' || read == '\r' ? read : ' ');
        }
    }

    // A text on one line that does not end is wrong, and ends with its line.
    private int textEnd(String quote, int from) {
        for (int at = from; at < source.length(); at++) {
            if (source.startsWith(quote, at)) {
                return at + quote.length();
            }
            if (source.charAt(at) == '\n' && quote.length() == 1) {
                return at;
            }
            if (source.charAt(at) == '\\') {
                at++;
            }
        }
        return source.length();
    }

    private int end(String mark, int from) {
        int at = source.indexOf(mark, from);
        return at < 0 ? source.length() : at;
    }

    private int behind(String mark, int from) {
        int at = source.indexOf(mark, from);
        return at < 0 ? source.length() : at + mark.length();
    }
}
