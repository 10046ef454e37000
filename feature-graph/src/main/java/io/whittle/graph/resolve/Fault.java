package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;

import java.util.List;
import java.util.Optional;

/** One reason for which a profile cannot be had on a platform. */
public sealed interface Fault {
    /** Where it is seen first. */
    Place place();

    /**
     * The profile's {@code platforms} do not hold the platform. Only an equal platform is held: {@code linux/arm} and
     * {@code linux/arm/v7} are two, for conditions on {@code v7} hold on one of them only.
     *
     * @param madeFor what it is made for, and the profile that says so
     * @param platform what was asked for
     * @param place of the first of them, or of the profile when there is none
     */
    record NotMadeFor(Said<List<PlatformMention>> madeFor, Platform platform, Place place) implements Fault {
        public NotMadeFor {
            madeFor = new Said<>(madeFor.profile(), List.copyOf(madeFor.value()));
        }
    }

    /**
     * Statements that cannot be met together with what the catalogue says, while without any one of them they can.
     *
     * @param profile the profile that was asked for
     * @param platform what the image was to be made for
     * @param statements the smallest clash, in the order of the file; empty when the catalogue's base clashes with itself
     * @param alike other statements that ask for what clashes in the same way
     * @param proof how one follows from the other; empty when it would be too long for anybody to read
     * @param mends what mends it, each by itself; empty when only the catalogue's own edges could
     * @param catalogPlace where the catalogue says what clashes, for a clash without statements
     */
    record Clash(
            String profile,
            Platform platform,
            List<Statement> statements,
            List<Statement> alike,
            Optional<Proof> proof,
            List<Mend> mends,
            Place catalogPlace)
            implements Fault {
        public Clash {
            statements = List.copyOf(statements);
            alike = List.copyOf(alike);
            mends = List.copyOf(mends);
        }

        /** Of the statement that forbids something, or else of the last one. */
        @Override
        public Place place() {
            return statements.stream()
                    .filter(Statement.Excludes.class::isInstance)
                    .findFirst()
                    .or(() -> statements.stream()
                            .filter(statement -> !(statement instanceof Statement.NotAvailable))
                            .reduce((first, second) -> second))
                    .map(Statement::place)
                    .orElse(catalogPlace);
        }
    }
}
