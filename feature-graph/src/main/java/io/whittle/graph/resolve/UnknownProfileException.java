package io.whittle.graph.resolve;

import io.whittle.graph.catalog.NearestName;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A request for a profile that the catalogue does not have. */
public final class UnknownProfileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String profile;
    private final transient Optional<String> nearest;
    private final transient List<String> known;

    UnknownProfileException(String profile, Collection<String> known) {
        this(profile, new NearestName().to(profile, known), List.copyOf(new TreeSet<>(known)));
    }

    private UnknownProfileException(String profile, Optional<String> nearest, List<String> known) {
        super(message(profile, nearest, known));
        this.profile = profile;
        this.nearest = nearest;
        this.known = known;
    }

    /** The name that was asked for. */
    public String profile() {
        return profile;
    }

    /** The profile whose name it may be a slip of. */
    public Optional<String> nearest() {
        return nearest;
    }

    /** Every profile of the catalogue, by name. */
    public List<String> known() {
        return known;
    }

    private static String message(String profile, Optional<String> nearest, List<String> known) {
        String unknown = "there is no profile '" + profile + "'";
        if (known.isEmpty()) {
            return unknown + ": the catalogue has none; write one under 'profiles'";
        }
        String guess = nearest.map(name -> ": did you mean " + name + "?").orElse("");
        return unknown + guess + "\nask for one of: " + String.join(", ", known);
    }
}
