package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Impossibility;
import io.whittle.graph.resolve.Words;

import java.util.List;
import java.util.Optional;

/** Something about an edge between features, or several. */
public sealed interface EdgeObservation extends Observation {
    /**
     * Features that require one another.
     *
     * @param features all of the group, by name
     * @param via a shortest circle through the first of them
     */
    record Circle(List<String> features, List<Via> via) implements EdgeObservation {
        public Circle {
            features = List.copyOf(features);
            via = List.copyOf(via);
        }

        @Override
        public Code code() {
            return Code.REQUIRES_CIRCLE;
        }

        @Override
        public Place place() {
            return via.get(0).place();
        }

        @Override
        public Subject subject() {
            return Subject.feature(features.get(0));
        }

        @Override
        public List<String> others() {
            return features.subList(1, features.size());
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return Words.fewOf(features, "and")
                    + " require one another in a circle, and are in together or out together: "
                    + Via.words(via, source) + "; if that is not meant, take one of these out";
        }
    }

    /**
     * A requirement that follows from others wherever it counts.
     *
     * @param feature the feature that has the entry; empty for base
     * @param required the feature it requires
     * @param place of the entry
     * @param via a shortest other chain from the one to the other
     */
    record Implied(Optional<String> feature, String required, Place place, List<Via> via) implements EdgeObservation {
        public Implied {
            via = List.copyOf(via);
        }

        @Override
        public Code code() {
            return Code.IMPLIED_REQUIREMENT;
        }

        @Override
        public Subject subject() {
            return feature.map(Subject::feature).orElse(Subject.base());
        }

        @Override
        public List<String> others() {
            return List.of(required);
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return feature.orElse("base") + " would require " + required + " without this entry: "
                    + Via.words(via, source) + "; the entry can be removed, unless " + feature.orElse("base") + " uses "
                    + required
                    + " itself and wants to say so";
        }
    }

    /**
     * A recommended feature that can never come along with the one that recommends it.
     *
     * @param feature the feature that has the entry
     * @param recommended the feature it recommends
     * @param place of the entry
     * @param why the proof
     */
    record DeadRecommendation(String feature, String recommended, Place place, Impossibility why)
            implements EdgeObservation {
        @Override
        public Code code() {
            return Code.DEAD_RECOMMENDATION;
        }

        @Override
        public Subject subject() {
            return Subject.feature(feature);
        }

        @Override
        public List<String> others() {
            return List.of(recommended);
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return feature + " recommends " + recommended + ", which can never come along:\n"
                    + String.join("\n", why.lines(source)) + "\nremove the entry, or one of the edges named here";
        }
    }

    /**
     * A feature that comes in by itself with others that can never be in with one another and with it.
     *
     * @param feature the feature that has the list
     * @param triggers the features in it, in its order
     * @param place of the list's first entry
     * @param why the proof
     */
    record DeadAuto(String feature, List<String> triggers, Place place, Impossibility why) implements EdgeObservation {
        public DeadAuto {
            triggers = List.copyOf(triggers);
        }

        @Override
        public Code code() {
            return Code.DEAD_AUTO;
        }

        @Override
        public Subject subject() {
            return Subject.feature(feature);
        }

        @Override
        public List<String> others() {
            return triggers;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return feature + " can never come in by itself with " + Words.fewOf(triggers, "and") + ":\n"
                    + String.join("\n", why.lines(source))
                    + "\nmend its 'auto', or remove one of the edges named here";
        }
    }

    /**
     * A feature under {@code ifPresent} that is in whenever the one that names it is.
     *
     * @param feature the feature that has the entry
     * @param present the feature it names
     * @param place of the entry
     * @param via a shortest chain of requirements from the one to the other
     */
    record AlwaysPresent(String feature, String present, Place place, List<Via> via) implements EdgeObservation {
        public AlwaysPresent {
            via = List.copyOf(via);
        }

        @Override
        public Code code() {
            return Code.ALWAYS_PRESENT;
        }

        @Override
        public Subject subject() {
            return Subject.feature(feature);
        }

        @Override
        public List<String> others() {
            return List.of(present);
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return present + " is always present where " + feature + " is: " + Via.words(via, source)
                    + "; remove it from 'ifPresent', or the requirement if " + feature + " works without it";
        }
    }
}
