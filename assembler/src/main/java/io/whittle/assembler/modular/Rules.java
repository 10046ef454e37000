package io.whittle.assembler.modular;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.ArtifactRule;

import java.util.Map;
import java.util.Optional;

/**
 * What the catalogue says of single jars.
 *
 * @param byArtifact by {@code group:artifact[:classifier]}
 */
record Rules(Map<String, ArtifactRule> byArtifact) {
    /** What it says of the jar of an entry. */
    Optional<ArtifactRule> of(PathEntry entry) {
        return Optional.ofNullable(byArtifact.get(entry.artifact()));
    }
}
