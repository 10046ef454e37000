package io.whittle.assembler.explain;

import io.whittle.graph.resolve.Ownership;

import java.util.List;
import java.util.Optional;

/**
 * How an image comes by a module.
 *
 * @param owner whose module the chain begins with
 * @param modules a shortest chain to the module in question, which is the last; each requires the next
 * @param reason of the last step that a jar's code shows
 */
public record ModuleWay(Ownership owner, List<String> modules, Optional<JarReason> reason) {
    public ModuleWay {
        modules = List.copyOf(modules);
    }

    /** One that nobody has asked for its reason. */
    ModuleWay(Ownership owner, List<String> modules) {
        this(owner, modules, Optional.empty());
    }

    /** The same with the reason of its last step of a jar. */
    ModuleWay with(JarRequires jars) {
        for (int last = modules.size() - 2; last >= 0; last--) {
            String jar = modules.get(last);
            String required = modules.get(last + 1);
            Optional<JarReason> shown = jars.className(jar, required).map(name -> new JarReason(jar, required, name));
            if (shown.isPresent()) {
                return new ModuleWay(owner, modules, shown);
            }
        }
        return this;
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
