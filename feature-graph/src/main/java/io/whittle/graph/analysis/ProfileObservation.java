package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Fault;
import io.whittle.graph.resolve.FaultText;
import io.whittle.graph.resolve.Mend;
import io.whittle.graph.resolve.Proof;
import io.whittle.graph.resolve.Statement;

import java.util.List;
import java.util.Optional;

/** Something about a profile. */
public sealed interface ProfileObservation extends Observation {
    /** The profile. */
    String profile();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.PROFILE, profile());
    }

    /**
     * A profile that cannot be had on one of its platforms. All but the platform of a {@link Fault.Clash}.
     *
     * @param profile the profile
     * @param statements the smallest clash
     * @param alike other statements that clash in the same way
     * @param proof how one follows from the other
     * @param mends what mends it
     * @param place where the fault is seen
     */
    record Unmet(
            String profile,
            List<Statement> statements,
            List<Statement> alike,
            Optional<Proof> proof,
            List<Mend> mends,
            Place place)
            implements ProfileObservation {
        public Unmet {
            statements = List.copyOf(statements);
            alike = List.copyOf(alike);
            mends = List.copyOf(mends);
        }

        static Unmet of(Fault.Clash clash) {
            return new Unmet(
                    clash.profile(), clash.statements(), clash.alike(), clash.proof(), clash.mends(), clash.place());
        }

        @Override
        public Code code() {
            return Code.PROFILE_UNMET;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return FaultText.of(
                            new Fault.Clash(profile, platforms.get(0), statements, alike, proof, mends, place), source)
                    .text();
        }
    }

    /**
     * A profile that names features, and none that counts there.
     *
     * @param profile the profile
     * @param place of the profile
     */
    record AsksNothing(String profile, Place place) implements ProfileObservation {
        @Override
        public Code code() {
            return Code.ASKS_NOTHING;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return profile + " asks for features, but for none of them there: the image would hold base alone;"
                    + " mend a 'when' under its 'include', or take the platform out of its 'platforms'";
        }
    }

    /**
     * A profile whose {@code platforms} is empty.
     *
     * @param profile the profile
     * @param place of the profile
     */
    record NoPlatform(String profile, Place place) implements ProfileObservation {
        @Override
        public Code code() {
            return Code.NO_PLATFORM;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return profile + " is made for no platform at all, since its 'platforms' is empty: name one there, or drop"
                    + " the key to allow every platform";
        }
    }
}
