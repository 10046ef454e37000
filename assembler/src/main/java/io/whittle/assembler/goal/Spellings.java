package io.whittle.assembler.goal;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.export.TagNames;

import java.util.List;

/** How a catalogue spells its features as tags, for goals that cannot do without. */
final class Spellings {
    private Spellings() {}

    static TagNames of(FeatureCatalog catalog) throws GoalException {
        try {
            return TagNames.of(catalog);
        } catch (CatalogException silent) {
            throw new GoalException(List.of(silent.getMessage()));
        }
    }
}
