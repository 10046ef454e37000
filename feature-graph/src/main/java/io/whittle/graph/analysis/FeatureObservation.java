package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.resolve.Impossibility;

import java.util.List;
import java.util.Optional;

/** Something about one feature, or about base: whether it can be in, and be out. */
public sealed interface FeatureObservation extends Observation {
    /** About a feature, and not about base. */
    sealed interface OfFeature extends FeatureObservation {
        /** The feature. */
        String feature();

        @Override
        default Subject subject() {
            return Subject.feature(feature());
        }
    }

    /**
     * What base needs cannot be in, so nothing can be had.
     *
     * @param place of base's first entry
     * @param why the proof
     */
    record BaseUnmet(Place place, Impossibility why) implements FeatureObservation {
        @Override
        public Code code() {
            return Code.BASE_UNMET;
        }

        @Override
        public Subject subject() {
            return Subject.base();
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return "what base needs cannot be in, so no profile can be had:\n" + String.join("\n", why.lines(source))
                    + "\ntake one of the edges named here out, or give it a 'when'";
        }
    }

    /**
     * A feature that is available and can never be in.
     *
     * @param feature the feature
     * @param place of the feature
     * @param why the proof
     */
    record Dead(String feature, Place place, Impossibility why) implements OfFeature {
        @Override
        public Code code() {
            return Code.DEAD_FEATURE;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return feature + " can never be in:\n" + String.join("\n", why.lines(source))
                    + "\ntake one of the edges named here out, or give it a 'when'; if nobody wants " + feature
                    + ", remove it";
        }
    }

    /**
     * A feature that can never be in because of another that cannot.
     *
     * @param feature the feature
     * @param place of the feature
     * @param via a shortest chain to the other, or to a need of which no provider can be in; never empty
     */
    record DeadThrough(String feature, Place place, List<Via> via) implements OfFeature {
        public DeadThrough {
            via = List.copyOf(via);
        }

        @Override
        public Code code() {
            return Code.DEAD_FEATURE;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            Via last = via.get(via.size() - 1);
            return feature + " can never be in: " + Via.words(via, source)
                    + (last.kind() == Via.Kind.NEEDS
                            ? ", of which no provider can be in; mend one of its providers first"
                            : ", which can never be in; mend " + last.to() + " first");
        }
    }

    /**
     * A feature that is available on none of the platforms that were looked at.
     *
     * @param feature the feature
     * @param place of the feature
     * @param via a shortest chain to what is not available by its own word, or to a need without provider; empty when that is
     *     the feature itself
     * @param where on which platforms the last of the chain is available by its own word; empty when the chain ends with a need
     * @param waits whether a profile may be linked for other platforms, where it may be available
     */
    record Unavailable(String feature, Place place, List<Via> via, Optional<PlatformCondition> where, boolean waits)
            implements OfFeature {
        public Unavailable {
            via = List.copyOf(via);
        }

        @Override
        public Code code() {
            return Code.UNAVAILABLE_FEATURE;
        }

        @Override
        public Severity severity() {
            return waits ? Severity.INFO : Severity.WARNING;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return feature + " is not available on "
                    + (platforms.size() == 1 ? platforms.get(0) : "any of the platforms that were looked at") + ": "
                    + why(feature, via, where, source)
                    + (waits
                            ? "; name other platforms with -Dwhittle.platform to see it there"
                            : "; widen its 'platforms', name one of those platforms in a profile, or remove it");
        }
    }

    /**
     * A feature that is available by its own word, though not what it needs.
     *
     * @param feature the feature
     * @param place of the feature
     * @param via a shortest chain to what is not available by its own word, or to a need without provider; never empty
     * @param where on which platforms the last of the chain is available by its own word; empty when the chain ends with a need
     */
    record UnavailableThrough(String feature, Place place, List<Via> via, Optional<PlatformCondition> where)
            implements OfFeature {
        public UnavailableThrough {
            via = List.copyOf(via);
        }

        @Override
        public Code code() {
            return Code.UNAVAILABLE_THROUGH;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return feature + " is not available there, though it does not say so: " + why(feature, via, where, source)
                    + "; if that is meant, say it with 'platforms' of " + feature
                    + ", else give the requirement a 'when'";
        }
    }

    /**
     * A feature that is in whatever a profile says.
     *
     * @param feature the feature
     * @param place of the feature
     * @param via a shortest chain from base; empty when every way to meet base's needs leads to it
     */
    record AlwaysIn(String feature, Place place, List<Via> via) implements OfFeature {
        public AlwaysIn {
            via = List.copyOf(via);
        }

        @Override
        public Code code() {
            return Code.ALWAYS_IN;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return feature + " is always in: "
                    + (via.isEmpty() ? "however base's needs are met, it comes along" : Via.words(via, source))
                    + "; a profile need not ask for it and cannot exclude it";
        }
    }

    /**
     * A feature that no profile brings in on any of its platforms.
     *
     * @param feature the feature
     * @param place of the feature
     */
    record Unused(String feature, Place place) implements OfFeature {
        @Override
        public Code code() {
            return Code.UNUSED_FEATURE;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return "no profile brings " + feature + " in: ask for it in one, or remove it if nobody wants it";
        }
    }

    private static String why(String feature, List<Via> via, Optional<PlatformCondition> where, CatalogSource source) {
        String last = via.isEmpty() ? feature : via.get(via.size() - 1).to();
        String end = where.map(condition -> last + " exists only where " + condition)
                .orElse("nobody provides " + last + " there");
        return via.isEmpty() ? "it exists only where " + where.orElseThrow() : Via.words(via, source) + ", and " + end;
    }
}
