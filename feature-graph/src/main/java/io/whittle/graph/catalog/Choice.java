package io.whittle.graph.catalog;

import java.util.List;

/**
 * One entry of {@code choose}: who shall provide a capability.
 *
 * @param capability the capability
 * @param providers in order; the first one that can be had on the platform is meant
 */
public record Choice(Mention capability, List<Edge> providers) {
    public Choice {
        providers = List.copyOf(providers);
    }
}
