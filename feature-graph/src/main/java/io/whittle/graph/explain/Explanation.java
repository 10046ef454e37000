package io.whittle.graph.explain;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.resolve.Decision;
import io.whittle.graph.resolve.Reason;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Step;
import io.whittle.graph.resolve.Words;

import java.util.List;
import java.util.Optional;

/**
 * Why a feature is in or out, in words and in data.
 *
 * @param kind of the reason
 * @param text one line for people, without places
 * @param via the steps between the feature and what decided on it: for one that is in from where the chain
 *     begins, for one that is out from the feature itself; empty when there is none between
 * @param profile the profile whose word decided
 * @param because the reason that word gives
 * @param where the platforms on which it, or what it requires, would be available or asked for
 * @param place of the nearest statement behind the reason
 */
public record Explanation(
        Kind kind,
        String text,
        List<Step> via,
        Optional<String> profile,
        Optional<String> because,
        Optional<PlatformCondition> where,
        Optional<Place> place) {

    /** The kinds of reasons, as the documents spell them. */
    public enum Kind {
        /** The profile asks for it by name. */
        ASKED_FOR("asked-for"),
        /** The profile asks for all features. */
        ALL("all"),
        /** Base requires it. */
        BASE("base"),
        /** A feature that is in requires it. */
        REQUIRED("required"),
        /** It provides what a feature that is in needs. */
        PROVIDER("provider"),
        /** A feature that is in recommends it. */
        RECOMMENDED("recommended"),
        /** It comes in by itself since others are in. */
        AUTO("auto"),
        /** The profile rules it out. */
        EXCLUDED("excluded"),
        /** {@code all} would bring it, but it requires something that is ruled out. */
        REQUIRES_EXCLUDED("requires-excluded"),
        /** It is not available on the platform by its own word. */
        NOT_AVAILABLE("not-available"),
        /** It requires something that is not available on the platform. */
        REQUIRES_UNAVAILABLE("requires-unavailable"),
        /** It needs a capability of which no provider can be in. */
        NEEDS_NOBODY("needs-nobody"),
        /** {@code all} would bring it, but another provider of an exclusive capability is in. */
        LEFT_OUT("left-out"),
        /** {@code all} would bring it, but it requires something that is left out for another. */
        REQUIRES_LEFT_OUT("requires-left-out"),
        /** It would come along, but something stands against it. */
        HELD_OFF("held-off"),
        /** Nobody asks for it or requires it. */
        NOT_ASKED_FOR("not-asked-for");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the documents spell it. */
        public String word() {
            return word;
        }
    }

    public Explanation {
        via = List.copyOf(via);
    }

    /**
     * Explains one feature of a resolution. Linear in the chain behind it.
     *
     * @throws IllegalArgumentException when the catalogue has no such feature
     */
    public static Explanation of(Resolution resolution, String feature) {
        return of(resolution, feature, List.of(resolution.platform()));
    }

    /** The same, in words that name all platforms on which the reason is the same. */
    static Explanation of(Resolution resolution, String feature, List<Platform> platforms) {
        Decision decision = resolution.features().get(feature);
        if (decision == null) {
            throw new IllegalArgumentException("the catalogue has no feature " + feature);
        }
        return decision instanceof Decision.In in
                ? ReasonWords.in(in.reason(), resolution.chain(feature))
                : ReasonWords.out(
                        ((Decision.Out) decision).reason(),
                        Words.list(platforms.stream().map(Platform::toString).toList(), "or"));
    }

    static Explanation plain(Kind kind, String text, List<? extends Step> via, Reason reason) {
        return new Explanation(
                kind,
                text,
                List.copyOf(via),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reason.places().stream().findFirst());
    }

    Explanation saidBy(String decidingProfile) {
        return new Explanation(kind, text, via, Optional.of(decidingProfile), because, where, place);
    }

    Explanation because(Optional<String> words) {
        return new Explanation(kind, text, via, profile, words, where, place);
    }

    Explanation onlyWhere(PlatformCondition condition) {
        return new Explanation(kind, text, via, profile, because, Optional.of(condition), place);
    }
}
