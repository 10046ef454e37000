package io.whittle.graph.solve;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Something of which one literal at least holds: said by the catalogue or the profile, or derived from such. */
public sealed interface Fact {
    /** The literals, of which one holds; none at all for a contradiction. Base, which is always in, is left out. */
    SortedSet<Literal> literals();

    /**
     * Said, not derived.
     *
     * @param source who says it
     * @param literals of which one holds
     */
    record Stated(Source source, SortedSet<Literal> literals) implements Fact {
        public Stated {
            literals = Collections.unmodifiableSortedSet(new TreeSet<>(literals));
        }
    }

    /**
     * Follows from the ones before it.
     *
     * @param literals of which one holds
     * @param from at least two; each shares a literal with what the ones before it come to
     */
    record Derived(SortedSet<Literal> literals, List<Fact> from) implements Fact {
        public Derived {
            literals = Collections.unmodifiableSortedSet(new TreeSet<>(literals));
            from = List.copyOf(from);
        }
    }

    /** Where a stated fact comes from. */
    sealed interface Source {}

    /** An edge of {@link PlatformGraph#requires()}. */
    record Requirement(int edge) implements Source {}

    /** An edge of {@link PlatformGraph#needs()}: one of the providers is in. */
    record Need(int edge) implements Source {}

    /** An edge of {@link PlatformGraph#needs()}, of whose capability a provider is chosen. */
    record Choice(int edge) implements Source {}

    /** An edge of {@link PlatformGraph#conflicts()}. */
    record Conflict(int edge) implements Source {}

    /**
     * Two providers of an exclusive capability.
     *
     * @param capability the capability
     * @param one a provider
     * @param other another
     */
    record Exclusive(int capability, int one, int other) implements Source {}

    /** What a profile or the platform demands. */
    record Demanded(Demand demand) implements Source {}
}
