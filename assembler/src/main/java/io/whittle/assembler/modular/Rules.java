package io.whittle.assembler.modular;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.ArtifactRule;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the catalogue says of single jars.
 *
 * @param byArtifact by {@code group:artifact[:classifier]}
 */
record Rules(Map<String, ArtifactRule> byArtifact) {
    /** By artifact: the name of the module that is made of it, where the catalogue gives one. */
    Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        byArtifact.forEach((artifact, rule) -> rule.module().ifPresent(name -> names.put(artifact, name.text())));
        return names;
    }

    /** What it says of the jar of an entry. */
    Optional<ArtifactRule> of(PathEntry entry) {
        return Optional.ofNullable(byArtifact.get(entry.artifact()));
    }
}
