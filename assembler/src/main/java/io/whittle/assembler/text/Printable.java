package io.whittle.assembler.text;

/** Names out of class files hold what they like: line ends, and orders to a terminal. */
public final class Printable {
    private Printable() {}

    /** The text with everything that is no visible character spelled as in Java, so that it stays one line. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isVisible(point)) {
                printable.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    printable.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return printable.toString();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            // Format characters turn the direction of what follows, or hide in a name.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
