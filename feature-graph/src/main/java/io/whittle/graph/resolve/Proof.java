package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;

import java.util.List;
import java.util.Optional;

/**
 * How it follows that statements clash, sentence by sentence.
 *
 * @param sentences in the order in which they are told; the last one concludes that nothing can be
 */
public record Proof(List<Sentence> sentences) {
    public Proof {
        sentences = List.copyOf(sentences);
    }

    /**
     * Because of these, that.
     *
     * @param because what it follows from; {@link Premise.Earlier} refers to another sentence
     * @param conclusion of which one at least holds; empty: nothing does
     */
    public record Sentence(List<Premise> because, List<Term> conclusion) {
        public Sentence {
            because = List.copyOf(because);
            conclusion = List.copyOf(conclusion);
        }
    }

    /**
     * That a feature is in, or out.
     *
     * @param feature the feature
     * @param in whether it is in
     */
    public record Term(String feature, boolean in) {}

    /** What a sentence rests on. */
    public sealed interface Premise {
        /** A statement of a profile or the platform. */
        record Said(Statement statement) implements Premise {}

        /**
         * An edge of {@code requires}.
         *
         * @param feature the feature that has the entry; empty for base
         * @param required the feature it requires
         * @param place of the entry
         */
        record Requires(Optional<String> feature, String required, Place place) implements Premise {}

        /**
         * A need, which has these providers.
         *
         * @param need the need
         * @param providers all of them, in the catalogue's order
         */
        record Needs(Need need, List<String> providers) implements Premise {
            public Needs {
                providers = List.copyOf(providers);
            }
        }

        /**
         * A need for which the profile chooses a provider.
         *
         * @param need the need
         * @param choice the choice
         */
        record NeedsChosen(Need need, Statement.Chooses choice) implements Premise {}

        /** Two features that cannot be in together. */
        record Cannot(Obstacle obstacle) implements Premise {}

        /**
         * What an earlier sentence concludes.
         *
         * @param sentence its number, from 0
         */
        record Earlier(int sentence) implements Premise {}
    }
}
