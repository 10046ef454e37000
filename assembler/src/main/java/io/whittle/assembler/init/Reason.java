package io.whittle.assembler.init;

import io.whittle.assembler.evidence.Grade;

import java.util.Comparator;

/**
 * Why an edge is there; the strongest comes first.
 *
 * @param grade from what it is known
 * @param place where it shows
 */
record Reason(Grade grade, String place) implements Comparable<Reason> {
    private static final Comparator<Reason> ORDER =
            Comparator.comparing(Reason::grade).thenComparing(Reason::place);

    /** The stronger of two. */
    static Reason stronger(Reason one, Reason other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public int compareTo(Reason other) {
        return ORDER.compare(this, other);
    }

    /** {@code bytecode: com.acme.Dns.start (Dns.java:12)}. */
    @Override
    public String toString() {
        return grade.word() + ": " + place;
    }
}
