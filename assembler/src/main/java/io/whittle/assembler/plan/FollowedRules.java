package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rules of artifacts that hold for others, too: what the catalogue says of a jar it says of the one that a profile puts in its place, unless
 * it says something of that one itself. A name does not follow, since the other jar has its own.
 *
 * @param byArtifact the artifact that is put in a place: the rule of the one that was there
 */
public record FollowedRules(SortedMap<String, ArtifactRule> byArtifact) {
    public FollowedRules {
        byArtifact = Collections.unmodifiableSortedMap(new TreeMap<>(byArtifact));
    }

    /**
     * Those of an image. Linear in what is replaced.
     *
     * @param found the project's modules, whichever of them are the image's
     */
    public static FollowedRules of(FeatureCatalog catalog, ModuleIndex found, PathOfImage path) {
        SortedMap<String, ArtifactRule> followed = new TreeMap<>();
        path.replaced().forEach((module, artifact) -> {
            if (!catalog.artifacts().containsKey(artifact)) {
                found.modules().getOrDefault(module, List.of()).stream()
                        .map(ApplicationModule::entry)
                        .map(entry -> catalog.artifacts().get(entry.artifact()))
                        .flatMap(rule -> Optional.ofNullable(rule).stream())
                        .findFirst()
                        .ifPresent(rule -> followed.put(artifact, following(artifact, rule)));
            }
        });
        return new FollowedRules(followed);
    }

    private static ArtifactRule following(String artifact, ArtifactRule rule) {
        return new ArtifactRule(
                new Mention(artifact, rule.artifact().place()),
                rule.as(),
                Optional.empty(),
                rule.requires(),
                rule.optional(),
                rule.natives());
    }

    /** All rules of an image. */
    public SortedMap<String, ArtifactRule> with(SortedMap<String, ArtifactRule> rules) {
        SortedMap<String, ArtifactRule> all = new TreeMap<>(rules);
        all.putAll(byArtifact);
        return all;
    }
}
