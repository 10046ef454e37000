package io.whittle.assembler.heal;

import java.util.Comparator;

/**
 * What an image may lack.
 *
 * @param kind what it is
 * @param name its name
 */
public record ImagePart(Kind kind, String name) implements Comparable<ImagePart> {
    private static final Comparator<ImagePart> ORDER =
            Comparator.comparing(ImagePart::kind).thenComparing(ImagePart::name);

    /** What an image is made of. */
    public enum Kind {
        /** A feature of the catalogue, with its modules. */
        FEATURE("feature"),
        /** A module of the JDK. */
        JDK_MODULE("jdk-module"),
        /** A module on the path that no feature has, and that nothing brings into the image. */
        MODULE("module");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** For people: {@code feature}, {@code JDK module}. */
        String called() {
            return this == JDK_MODULE ? "JDK module" : word;
        }

        /** As documents spell it. */
        public String word() {
            return word;
        }
    }

    /** A feature. */
    public static ImagePart feature(String name) {
        return new ImagePart(Kind.FEATURE, name);
    }

    /** A module of the JDK. */
    public static ImagePart jdkModule(String name) {
        return new ImagePart(Kind.JDK_MODULE, name);
    }

    /** A module on the path that no feature has. */
    public static ImagePart module(String name) {
        return new ImagePart(Kind.MODULE, name);
    }

    /** Features first, then by name. */
    @Override
    public int compareTo(ImagePart other) {
        return ORDER.compare(this, other);
    }

    /** {@code feature netstack}, {@code JDK module jdk.zipfs}, {@code module org.example.codec}. */
    @Override
    public String toString() {
        return kind.called() + " " + name;
    }
}
