package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.CheckScope;

import java.util.List;

/**
 * What was linked.
 *
 * @param asked what it was linked of
 * @param each every image that was asked for
 * @param jdks the JDKs it was linked from
 */
record LinkedImages(AskedImages asked, List<ImageReport> each, Jdks jdks) {
    LinkedImages {
        each = List.copyOf(each);
    }

    /** The catalogue they were linked from. */
    FeatureCatalog catalog() {
        return asked.catalog();
    }

    /** What the checks are to one of them. */
    CheckScope scope(ImageReport image) {
        return CheckScope.ofAny(asked.catalog(), asked.standsFor(image.resolution()));
    }
}
