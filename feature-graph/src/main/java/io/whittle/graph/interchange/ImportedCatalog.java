package io.whittle.graph.interchange;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;

import java.util.List;

/**
 * A model of another tool as text of a catalogue.
 *
 * @param source the text of the model, for places of warnings
 * @param text of the catalogue; the ordinary reader finds no fault in it
 * @param features how many the model has
 * @param constraints how many it has across the tree
 * @param helpers how many internal features the catalogue has beside those of the model
 * @param capabilities how many the catalogue has
 * @param warnings what of the model is not in the catalogue, in the order of the file
 */
public record ImportedCatalog(
        CatalogSource source,
        String text,
        int features,
        int constraints,
        int helpers,
        int capabilities,
        List<Notice> warnings) {
    public ImportedCatalog {
        warnings = warnings.stream().sorted().toList();
    }
}
