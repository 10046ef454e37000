package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Word;

/**
 * A profile's word on a feature.
 *
 * @param profile the profile in whose text it stands
 * @param stance whether the feature is asked for or ruled out
 * @param word the entry
 */
public record ProfileWord(String profile, Stance stance, Word word) {
    /** What a word can want. */
    public enum Stance {
        /** The feature is asked for. */
        INCLUDE,
        /** The feature must not be in. */
        EXCLUDE
    }

    /** The feature the word is on. */
    public String feature() {
        return word.feature().text();
    }

    /** Where the word stands. */
    public Place place() {
        return word.feature().place();
    }
}
