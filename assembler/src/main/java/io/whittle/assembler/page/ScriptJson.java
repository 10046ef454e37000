package io.whittle.assembler.page;

import tools.jackson.databind.JsonNode;

import java.util.HexFormat;

/** JSON as it may stand inside of a script element: no text in it ends the element or begins a comment. */
final class ScriptJson {
    private ScriptJson() {}

    /** The document on one line; a JSON reader gives the same values as from the document itself. */
    static String of(JsonNode document) {
        String json = document.toString();
        StringBuilder safe = new StringBuilder(json.length() + json.length() / 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            // Outside of strings JSON has none of these, and within them this is another way to write the same.
            switch (c) {
                case '<', '>', '&', '\u2028', '\u2029' -> escape(c, safe);
                // A lone half of a pair cannot be written as UTF-8, and a page that is read back would differ.
                default -> {
                    if (isLone(json, i)) {
                        escape(c, safe);
                    } else {
                        safe.append(c);
                    }
                }
            }
        }
        return safe.toString();
    }

    private static void escape(char c, StringBuilder safe) {
        safe.append("\\u").append(HexFormat.of().toHexDigits(c));
    }

    private static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
