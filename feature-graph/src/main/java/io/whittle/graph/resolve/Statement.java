package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.PlatformCondition;

/** Something a profile, or the platform, demands beside what the catalogue itself says, and that may clash with it. */
public sealed interface Statement {
    /** Where it stands. */
    Place place();

    /** A profile asks for a feature by name. */
    record Asks(ProfileWord word) implements Statement {
        @Override
        public Place place() {
            return word.place();
        }
    }

    /**
     * A profile asks for all features, and this is one.
     *
     * @param feature the feature
     * @param profile the profile in whose text {@code all} stands
     * @param place of {@code all}
     */
    record AsksByAll(String feature, String profile, Place place) implements Statement {}

    /** A profile rules a feature out. */
    record Excludes(ProfileWord word) implements Statement {
        @Override
        public Place place() {
            return word.place();
        }
    }

    /**
     * A profile chooses a provider: where the capability is needed, it is in.
     *
     * @param capability the capability
     * @param provider the one of the profile's list that counts on the platform
     * @param profile the profile in whose text it stands
     * @param place of the provider
     */
    record Chooses(String capability, String provider, String profile, Place place) implements Statement {}

    /**
     * A feature is not available on the platform by its own word.
     *
     * @param feature the feature
     * @param where the platforms on which it is available
     * @param place of the feature
     */
    record NotAvailable(String feature, PlatformCondition where, Place place) implements Statement {}

    /**
     * A feature is supposed to be in, to see what comes of it; nobody says so.
     *
     * @param feature the feature
     * @param place of the feature
     */
    record Supposed(String feature, Place place) implements Statement {}
}
