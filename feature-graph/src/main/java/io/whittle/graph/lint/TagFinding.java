package io.whittle.graph.lint;

import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Something about a list of tags that its author should know. */
public sealed interface TagFinding {
    /** Where it is seen in the list. */
    Place place();

    /** How much it matters. */
    default Severity severity() {
        return Severity.ERROR;
    }

    /**
     * A feature is kept although one that it requires is left out.
     *
     * @param feature that is kept; empty for base
     * @param required that is left out
     * @param available whether the required feature can be had on the platform at all
     * @param declared the entry of the catalogue
     */
    record BrokenRequirement(Optional<String> feature, String required, boolean available, Place declared, Place place)
            implements TagFinding {}

    /**
     * A feature is kept although no provider is of what it needs.
     *
     * @param feature that is kept; empty for base
     * @param capability that it needs
     * @param providers that could be kept on the platform, the preferred one first
     * @param declared the entry of the catalogue
     */
    record BrokenNeed(Optional<String> feature, String capability, List<String> providers, Place declared, Place place)
            implements TagFinding {
        public BrokenNeed {
            providers = List.copyOf(providers);
        }
    }

    /**
     * Two features are kept that conflict.
     *
     * @param one the feature that has the entry
     * @param other the one it names
     * @param because the reason that the catalogue gives
     * @param declared the entry of the catalogue
     */
    record BothConflict(String one, String other, Optional<String> because, Place declared, Place place)
            implements TagFinding {}

    /**
     * Several features are kept of which one at most may be in.
     *
     * @param capability that they provide
     * @param providers that are kept, the preferred one first
     * @param declared the capability in the catalogue
     */
    record ManyProvide(String capability, List<String> providers, Place declared, Place place) implements TagFinding {
        public ManyProvide {
            providers = List.copyOf(providers);
        }
    }

    /**
     * A tag that no feature knows.
     *
     * @param tag as it is written
     * @param nearest the tag that may have been meant
     * @param spelledLikeOne whether it is spelled as the catalogue spells tags, but for the name
     */
    record UnknownTag(Mention tag, Optional<String> nearest, boolean spelledLikeOne) implements TagFinding {
        @Override
        public Place place() {
            return tag.place();
        }

        @Override
        public Severity severity() {
            return spelledLikeOne || nearest.isPresent() ? Severity.ERROR : Severity.WARNING;
        }
    }

    /**
     * A tag that no feature knows and that is left when a kept feature is taken out of another's tag as text.
     *
     * @param tag as it is written
     * @param kept the feature that was to be kept
     * @param stripped the text that was taken out: the kept feature's tag, or its name
     * @param feature the feature whose tag was hit, and which is on for that
     */
    record StrippedTag(Mention tag, String kept, String stripped, String feature) implements TagFinding {
        @Override
        public Place place() {
            return tag.place();
        }
    }

    /**
     * A feature's tag as it would be spelled if the feature were marked the other way round.
     *
     * @param tag as it is written
     * @param feature whose it would be
     */
    record ContraryTag(Mention tag, String feature) implements TagFinding {
        @Override
        public Place place() {
            return tag.place();
        }
    }

    /**
     * A tag that stands there already.
     *
     * @param tag the later one
     * @param first where it stands first
     */
    record RepeatedTag(Mention tag, Place first) implements TagFinding {
        @Override
        public Place place() {
            return tag.place();
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }
    }

    /**
     * A feature that the profile brings is left out, though no kept feature requires it.
     *
     * @param feature the feature
     * @param profile that brings it
     */
    record LeftOut(String feature, String profile, Place place) implements TagFinding {}

    /**
     * Features that are on without a word of the list: with a profile those that it does not bring, else all that are on
     * because no tag leaves them out.
     *
     * @param features at least one
     * @param profile that does not bring them
     */
    record LeftOn(SortedSet<String> features, Optional<String> profile, Place place) implements TagFinding {
        public LeftOn {
            features = Collections.unmodifiableSortedSet(new TreeSet<>(features));
        }

        @Override
        public Severity severity() {
            return profile.isPresent() ? Severity.WARNING : Severity.INFO;
        }
    }
}
