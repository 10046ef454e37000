package io.whittle.graph.catalog;

import java.util.Optional;

/**
 * How features are spelled for builds that are not Java.
 *
 * @param omitted template of a tag that is written when a feature is out; {@code {name}} stands for the feature
 * @param included template of a tag that is written when a feature marked {@code tag: included} is in
 */
public record Tags(Optional<Mention> omitted, Optional<Mention> included) {
    /** Says nothing. */
    public static final Tags NONE = new Tags(Optional.empty(), Optional.empty());
}
