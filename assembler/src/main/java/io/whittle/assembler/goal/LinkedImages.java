package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;

import java.util.List;

/**
 * What was linked.
 *
 * @param catalog the catalogue it was linked from
 * @param each every image that was asked for
 * @param jdks the JDKs it was linked from
 */
record LinkedImages(FeatureCatalog catalog, List<ImageReport> each, Jdks jdks) {
    LinkedImages {
        each = List.copyOf(each);
    }
}
