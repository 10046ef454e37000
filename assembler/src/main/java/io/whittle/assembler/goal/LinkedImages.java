package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;

import java.util.List;

/**
 * What was linked.
 *
 * @param catalog the catalogue it was linked from
 * @param each every image that was asked for
 */
record LinkedImages(FeatureCatalog catalog, List<ImageReport> each) {
    LinkedImages {
        each = List.copyOf(each);
    }
}
