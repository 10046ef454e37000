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
     * Something that is in needs a capability, and this feature provides it.
     *
     * @param by the need that is met
     * @param chosen the profile's choice, where the profile chose it
     */
    record ProviderOf(Provision by, Optional<Statement.Chooses> chosen) implements In {
        @Override
        public List<Place> places() {
            return Stream.concat(Stream.of(by.place()), chosen.stream().map(Statement.Chooses::place))
                    .toList();
        }
    }

    /**
     * A feature that is in recommends it, and nothing stands against it.
     *
     * @param by the edge that brought it
     */
    record RecommendedBy(Recommendation by) implements In {
        @Override
        public List<Place> places() {
            return List.of(by.place());
        }
    }

    /**
     * It comes in by itself since certain features are in.
     *
     * @param triggers those features, in the order of its list
     * @param place of the list's first entry
     */
    record AutoSince(List<String> triggers, Place place) implements In {
        public AutoSince {
            triggers = List.copyOf(triggers);
        }

        @Override
        public List<Place> places() {
            return List.of(place);
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
     * {@code all} would have brought it, but another provider of an exclusive capability is in.
     *
     * @param capability of which one provider at most is in
     * @param kept the provider that is in
     * @param place of the capability
     */
    record LeftOutForAnother(String capability, String kept, Place place) implements Out {
        @Override
        public List<Place> places() {
            return List.of(place);
        }
    }

    /**
     * {@code all} would have brought it, but it requires, directly or not, a feature that was left out for another.
     *
     * @param chain a shortest one, from this feature to the one that was left out; never empty
     * @param leftOut why the last one of the chain is out
     */
    record RequiresLeftOut(List<Requirement> chain, LeftOutForAnother leftOut) implements Out {
        public RequiresLeftOut {
            chain = List.copyOf(chain);
        }

        @Override
        public List<Place> places() {
            return Stream.concat(chain.stream().map(Requirement::place), Stream.of(leftOut.place()))
                    .toList();
        }
    }

    /**
     * It needs a capability, or requires something that does, and no provider of it can be in: none is available on the
     * platform, or, where {@code all} would have brought the feature, the profile leaves none.
     *
     * @param chain a shortest one, from this feature to the one that has the need; empty when it has it itself
     * @param need that nobody can meet
     * @param onPlatform whether no provider is available on the platform, whatever the profile
     */
    record NeedsNobody(List<Requirement> chain, Need need, boolean onPlatform) implements Out {
        public NeedsNobody {
            chain = List.copyOf(chain);
        }

        @Override
        public List<Place> places() {
            return Stream.concat(chain.stream().map(Requirement::place), Stream.of(need.place()))
                    .toList();
        }
    }

    /**
     * It would have come along, by a recommendation or by itself, but it cannot be in beside what is in.
     *
     * @param wish what would have brought it: {@link RecommendedBy} or {@link AutoSince}
     * @param obstacle what stands against it, or against what it brings; empty when only a choice of providers that all fail does
     */
    record HeldOff(In wish, Optional<Obstacle> obstacle) implements Out {
        @Override
        public List<Place> places() {
            return wish.places();
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
