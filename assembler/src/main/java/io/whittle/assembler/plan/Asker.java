package io.whittle.assembler.plan;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.Resolution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says who asked for a module or a jar: the feature, its line, and the chain from what is the feature's own to it. */
final class Asker {
    private final Resolution resolution;
    private final CatalogSource source;
    private final Map<String, Ownership> ofJars;

    /**
     * Who asks.
     *
     * @param ofJars whose the modules are that the catalogue names by their jars
     */
    Asker(Resolution resolution, CatalogSource source, Map<String, Ownership> ofJars) {
        this.resolution = resolution;
        this.source = source;
        this.ofJars = Map.copyOf(ofJars);
    }

    /** {@code feature dns (feature-tags.yaml:24:15)}. */
    String owner(Ownership ownership) {
        return name(ownership) + " (" + source.at(ownership.place()) + ")";
    }

    /** {@code feature dns}, {@code base}, {@code fallback of logtail}. */
    static String name(Ownership ownership) {
        if (ownership instanceof Ownership.ByBase) {
            return "base";
        }
        String feature = ownership.feature().orElseThrow();
        return ownership instanceof Ownership.ByFallback ? "the fallback of " + feature : "feature " + feature;
    }

    /** Who owns the root of a walk. */
    Optional<Ownership> ownerOf(String root) {
        return Optional.ofNullable(resolution.modules().get(root))
                .or(() -> Optional.ofNullable(resolution.jdkModules().get(root))
                        .map(need -> need.owners().get(0)))
                .or(() -> Optional.ofNullable(ofJars.get(root)))
                .or(() -> Optional.ofNullable(resolution.artifacts().get(root)).map(owners -> owners.get(0)));
    }

    /** {@code feature dns (…) holds outpost.dns, which requires a, which requires b}, for a chain that starts at a root. */
    String chain(List<String> modules) {
        String first = modules.get(0);
        return ownerOf(first).map(this::owner).orElse("the image") + " holds " + first
                + modules.stream()
                        .skip(1)
                        .map(module -> ", which requires " + module)
                        .collect(Collectors.joining());
    }

    /** Whose the last of a chain is that is somebody's: a library between two features is nobody's, and what counts is who brought it. */
    Optional<Ownership> nearestOwner(List<String> chain) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            Optional<Ownership> owner = ownerOf(chain.get(i));
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    /** A sentence's beginning. */
    static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
