package io.whittle.graph.catalog;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition over a fixed vocabulary of platform words. It runs no code and has no variables. */
public sealed interface PlatformCondition {
    /** Holds everywhere: what the file means when it says nothing. */
    PlatformCondition ALWAYS = new And(List.of());

    /** Whether it holds on the platform. */
    boolean holds(Platform platform);

    /** Holds where both do; each term is written once. */
    default PlatformCondition and(PlatformCondition other) {
        List<PlatformCondition> terms = Stream.of(this, other)
                .flatMap(condition -> condition instanceof And and ? and.terms().stream() : Stream.of(condition))
                .distinct()
                .toList();
        return terms.size() == 1 ? terms.get(0) : new And(terms);
    }

    /** Whether it holds on some platform of the vocabulary. */
    default boolean holdsSomewhere() {
        return PlatformSet.of(this).any().isPresent();
    }

    /** {@code linux}. */
    record OsIs(Os os) implements PlatformCondition {
        @Override
        public boolean holds(Platform platform) {
            return platform.os() == os;
        }

        @Override
        public String toString() {
            return os.word();
        }
    }

    /** {@code amd64}. */
    record ArchIs(Arch arch) implements PlatformCondition {
        @Override
        public boolean holds(Platform platform) {
            return platform.arch() == arch;
        }

        @Override
        public String toString() {
            return arch.word();
        }
    }

    /** {@code v7}. */
    record VariantIs(String variant) implements PlatformCondition {
        @Override
        public boolean holds(Platform platform) {
            return platform.variant().filter(variant::equals).isPresent();
        }

        @Override
        public String toString() {
            return variant;
        }
    }

    /** {@code musl}. */
    record LibcIs(Libc libc) implements PlatformCondition {
        @Override
        public boolean holds(Platform platform) {
            return platform.libc().filter(libc::equals).isPresent();
        }

        @Override
        public String toString() {
            return libc.word();
        }
    }

    /** {@code not windows}. */
    record Not(PlatformCondition term) implements PlatformCondition {
        @Override
        public boolean holds(Platform platform) {
            return !term.holds(platform);
        }

        @Override
        public String toString() {
            return "not " + (term instanceof And || term instanceof Or ? "(" + term + ")" : term);
        }
    }

    /** {@code linux and amd64}; without terms it always holds. */
    record And(List<PlatformCondition> terms) implements PlatformCondition {
        public And {
            terms = List.copyOf(terms);
        }

        @Override
        public boolean holds(Platform platform) {
            // Every edge is asked, and nearly all say nothing: a stream took a third of compiling a graph.
            for (PlatformCondition term : terms) {
                if (!term.holds(platform)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return terms.stream()
                    .map(term -> term instanceof Or ? "(" + term + ")" : term.toString())
                    .collect(Collectors.joining(" and "));
        }
    }

    /** {@code openbsd or netbsd}. */
    record Or(List<PlatformCondition> terms) implements PlatformCondition {
        public Or {
            terms = List.copyOf(terms);
        }

        @Override
        public boolean holds(Platform platform) {
            for (PlatformCondition term : terms) {
                if (term.holds(platform)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return terms.stream().map(PlatformCondition::toString).collect(Collectors.joining(" or "));
        }
    }
}
