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
        JDK_MODULE("jdk-module");

        private final String word;

        Kind(String word) {
            this.word = word;
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

    /** Features first, then by name. */
    @Override
    public int compareTo(ImagePart other) {
        return ORDER.compare(this, other);
    }

    /** {@code feature netstack}, {@code JDK module jdk.zipfs}. */
    @Override
    public String toString() {
        return (kind == Kind.FEATURE ? "feature " : "JDK module ") + name;
    }
}
