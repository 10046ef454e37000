package io.whittle.graph.resolve;

import java.util.List;
import java.util.Optional;

/**
 * What a profile would come to on a platform after edits to it.
 *
 * @param edits all that has to be changed for it, in the order in which they are made; where nothing helps, what was tried
 * @param then what it would come to; empty when that cannot be had
 * @param refused why it cannot be had, where nothing that the profile says less of helps
 * @param oneOfSeveral whether other edits would do as well
 */
public record Alternative(
        List<Edit> edits, Optional<Resolution> then, Optional<UnresolvableException> refused, boolean oneOfSeveral) {
    public Alternative {
        edits = List.copyOf(edits);
    }

    static Alternative had(List<Edit> edits, Resolution then, boolean oneOfSeveral) {
        return new Alternative(edits, Optional.of(then), Optional.empty(), oneOfSeveral);
    }

    static Alternative refused(List<Edit> edits, UnresolvableException refused) {
        return new Alternative(edits, Optional.empty(), Optional.of(refused), false);
    }
}
