package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.PlatformCondition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a feature is in or out. */
public sealed interface Reason {
    /** Places of the statements behind it, the nearest first. */
    List<Place> places();

    /** Why a feature is in. */
    sealed interface In extends Reason {}

    /** A reason that rests on no other feature: a chain begins here. */
    sealed interface Root extends In {
        /** Of the word that wants the feature. */
        Place place();

        @Override
        default List<Place> places() {
            return List.of(place());
        }
    }

    /** Why a feature is out. */
    sealed interface Out extends Reason {}

    /**
     * The profile asks for it by name.
     *
     * @param profile the profile in whose text the name stands
     * @param place of the name
     */
    record AskedFor(String profile, Place place) implements Root {}

    /**
     * Base requires it.
     *
     * @param place of the entry in base
     */
    record RequiredByBase(Place place) implements Root {}

    /**
     * The profile asks for all features, and this is one.
     *
     * @param profile the profile in whose text {@code all} stands
     * @param place of {@code all}
     */
    record AskedForByAll(String profile, Place place) implements Root {}

    /**
     * A feature that is in requires it: the last edge of a shortest chain from a {@link Root}; of several the one whose
     * feature is first by name.
     *
     * @param by the edge that brought it
     */
    record RequiredBy(Requirement by) implements In {
        @Override
        public List<Place> places() {
            return List.of(by.place());
        }
    }

    /**
     * The profile rules it out.
     *
     * @param profile the profile in whose text the word stands
     * @param because the reason the profile gives
     * @param place of the word
     */
    record ExcludedBy(String profile, Optional<String> because, Place place) implements Out {
        @Override
        public List<Place> places() {
            return List.of(place);
        }
    }

    /**
     * It is not available on the platform by its own word.
     *
     * @param where the platforms on which it is available
     * @param place of the feature
     */
    record NotAvailable(PlatformCondition where, Place place) implements Out {
        @Override
        public List<Place> places() {
            return List.of(place);
        }
    }

    /**
     * It requires, directly or not, a feature that is not available on the platform.
     *
     * @param chain a shortest one, from this feature to the one that is not available by its own word; never empty
     * @param missing why the last one of the chain is not available
     */
    record RequiresUnavailable(List<Requirement> chain, NotAvailable missing) implements Out {
        public RequiresUnavailable {
            chain = List.copyOf(chain);
        }

        @Override
        public List<Place> places() {
            return Stream.concat(chain.stream().map(Requirement::place), Stream.of(missing.place()))
                    .toList();
        }
    }

    /**
     * {@code all} would have brought it, but it requires, directly or not, a feature that the profile rules out.
     *
     * @param chain a shortest one, from this feature to the one that is ruled out; never empty
     * @param exclusion why the last one of the chain is out
     */
    record RequiresExcluded(List<Requirement> chain, ExcludedBy exclusion) implements Out {
        public RequiresExcluded {
            chain = List.copyOf(chain);
        }

        @Override
        public List<Place> places() {
            return Stream.concat(chain.stream().map(Requirement::place), Stream.of(exclusion.place()))
                    .toList();
        }
    }

    /**
     * Nobody asked for it and nothing that is in requires it.
     *
     * @param elsewhere a word that asks for it on other platforms than this one
     */
    record NotAskedFor(Optional<ProfileWord> elsewhere) implements Out {
        @Override
        public List<Place> places() {
            return elsewhere.stream().map(ProfileWord::place).toList();
        }
    }
}
