package io.whittle.assembler.evidence;

/** Which texts can be the name of a class, a file or a bundle in a package: of the strings in code few are. */
final class NameShape {
    private static final int LONGEST = 256;

    private NameShape() {}

    /**
     * Whether a text is a path, the name of a class in a package, or three names and more with dots between. A property of two names is
     * no such text, nor is a file or bundle in no package: they are too many. Linear.
     */
    static boolean fits(String text) {
        if (text.length() < 3 || text.length() > LONGEST || !begins(text.charAt(0))) {
            return false;
        }
        int dots = 0;
        boolean slashes = false;
        boolean capital = false;
        for (int i = 1; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == '.' || at == '/') {
                dots += at == '.' ? 1 : 0;
                slashes |= at == '/';
                capital = i + 1 < text.length() && Character.isUpperCase(text.charAt(i + 1));
            } else if (at != '-' && !Character.isJavaIdentifierPart(at)) {
                return false;
            }
        }
        return slashes || dots > 1 || dots == 1 && capital;
    }

    private static boolean begins(char first) {
        return first == '/' || Character.isJavaIdentifierStart(first);
    }
}
