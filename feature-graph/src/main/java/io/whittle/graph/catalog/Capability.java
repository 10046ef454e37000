package io.whittle.graph.catalog;

import java.util.List;

/**
 * Something that several features can provide.
 *
 * @param name its name, at the place of its key
 * @param providers features that provide it, the preferred one first
 * @param exclusive one provider at most in an image
 */
public record Capability(Mention name, List<Mention> providers, boolean exclusive) {
    public Capability {
        providers = List.copyOf(providers);
    }
}
