package io.whittle.assembler.explain;

import io.whittle.graph.resolve.Ownership;

import java.util.List;

/**
 * How an image comes by a module.
 *
 * @param owner whose module the chain begins with
 * @param modules a shortest chain to the module in question, which is the last; each requires the next
 */
public record ModuleWay(Ownership owner, List<String> modules) {
    public ModuleWay {
        modules = List.copyOf(modules);
    }

    /** {@code feature desktop}, {@code base}, {@code the fallback of logtail}. */
    String ownerName() {
        return owner instanceof Ownership.ByFallback
                ? "the fallback of " + owner.feature().orElseThrow()
                : owner.feature().map(name -> "feature " + name).orElse("base");
    }

    /** The feature that must be in for this way. */
    boolean isOfFeature() {
        return owner instanceof Ownership.ByFeature || owner instanceof Ownership.ByVariant;
    }
}
