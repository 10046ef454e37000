package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
     * Asked for by name, or required by base, and not available on the platform.
     *
     * @param feature the feature
     * @param root who wants it
     * @param platform the platform
     * @param chain a shortest one, from the feature to the one that is not available by its own word; empty when it is
     *     the feature itself
     * @param missing why that one is not available
     */
    record NotAvailable(
            String feature, Reason.Root root, Platform platform, List<Requirement> chain, Reason.NotAvailable missing)
            implements Fault {
        public NotAvailable {
            chain = List.copyOf(chain);
        }

        @Override
        public Place place() {
            return root.place();
        }

        /** The feature that is not available by its own word. */
        public String missingFeature() {
            return chain.isEmpty() ? feature : chain.get(chain.size() - 1).required();
        }
    }

    /**
     * Ruled out by the profile, and needed by what is asked for by name or by base.
     *
     * @param feature the feature
     * @param exclusion the word that rules it out
     * @param chain a shortest one, from what is asked for by name, or required by base, to the feature; empty when base
     *     requires the feature itself
     * @param neededBy everything asked for by name, or required by base, that needs the feature, with who wants it
     */
    record ExcludedButNeeded(
            String feature,
            Reason.ExcludedBy exclusion,
            List<Requirement> chain,
            SortedMap<String, Reason.Root> neededBy)
            implements Fault {
        public ExcludedButNeeded {
            chain = List.copyOf(chain);
            neededBy = Collections.unmodifiableSortedMap(new TreeMap<>(neededBy));
        }

        @Override
        public Place place() {
            return exclusion.place();
        }

        /** Where the chain begins: a key of {@link #neededBy()}. */
        public String from() {
            return chain.isEmpty() ? feature : chain.get(0).feature();
        }
    }
}
