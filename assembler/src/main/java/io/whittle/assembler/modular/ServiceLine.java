package io.whittle.assembler.modular;

/** A line of a file below {@code META-INF/services}. */
final class ServiceLine {
    private ServiceLine() {}

    /** The class that it names, without the comment behind it; empty where it names none. */
    static String provider(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
}
