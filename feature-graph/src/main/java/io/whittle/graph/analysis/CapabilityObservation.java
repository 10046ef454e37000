package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Words;

import java.util.List;

/** Something about a capability: who provides it, who needs it. */
public sealed interface CapabilityObservation extends Observation {
    /** The capability. */
    String capability();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.CAPABILITY, capability());
    }

    /**
     * A capability that is needed where nobody can provide it.
     *
     * @param capability the capability
     * @param place of the capability
     * @param providers all of them, in the catalogue's order
     * @param neededBy who needs it there and is available by its own word, by name, {@code base} last
     */
    record NoProvider(String capability, Place place, List<String> providers, List<String> neededBy)
            implements CapabilityObservation {
        public NoProvider {
            providers = List.copyOf(providers);
            neededBy = List.copyOf(neededBy);
        }

        @Override
        public Code code() {
            return Code.NO_PROVIDER;
        }

        @Override
        public List<String> others() {
            return neededBy;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            String needs = Words.fewOf(neededBy, "and") + (neededBy.size() == 1 ? " needs " : " need ") + capability;
            String nobody = providers.isEmpty()
                    ? ", which has no providers"
                    : ", and of its providers " + Words.fewOf(providers, "and") + " none can be in there";
            return needs + nobody + ": name one that can, or give the need a 'when'";
        }
    }

    /**
     * A capability that nothing needs, on any platform, and that forbids nothing.
     *
     * @param capability the capability
     * @param place of the capability
     */
    record Unneeded(String capability, Place place) implements CapabilityObservation {
        @Override
        public Code code() {
            return Code.UNNEEDED_CAPABILITY;
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return "nothing needs " + capability + ": write it under 'needs' of a feature, or remove it";
        }
    }

    /**
     * A choice of a provider of something that nothing needs, on any platform.
     *
     * @param capability the capability
     * @param profile the profile that chooses
     * @param place of the choice
     */
    record UnneededChoice(String capability, String profile, Place place) implements CapabilityObservation {
        @Override
        public Code code() {
            return Code.UNNEEDED_CHOICE;
        }

        @Override
        public List<String> others() {
            return List.of(profile);
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return profile + " chooses a provider of " + capability
                    + ", which no feature and no base needs: it brings nothing in; remove it";
        }
    }
}
