package outpost.core.json;

/**
 * Looks over a text before it is parsed: the parser calls itself for each level and reads a number in time that grows with the
 * square of its digits, so both are bounded here. What is otherwise wrong with the text is left to the parser.
 */
final class JsonGuard {
    private static final int DEPTH = 32;
    private static final int NUMBER = 64;

    private JsonGuard() {}

    static void check(String text) throws JsonException {
        int depth = 0;
        int number = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else {
                    quoted = c != '"';
                }
                continue;
            }
            quoted = c == '"';
            number = isNumeric(c) ? number + 1 : 0;
            if (number > NUMBER) {
                throw new JsonException("", "a number is longer than " + NUMBER + " characters");
            }
            if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            }
            if (depth > DEPTH) {
                throw new JsonException("", "it is nested deeper than " + DEPTH + " levels");
            }
        }
    }

    private static boolean isNumeric(char c) {
        return c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }
}
