package io.whittle.graph.interchange;

import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;

import java.util.List;
import java.util.SortedMap;

/**
 * What a UVL file says, as far as it is Boolean.
 *
 * @param namespace what it calls itself; empty where it says nothing
 * @param features all of them, in the order of the file; the first is the root
 * @param constraints across the tree, in the order of the file
 * @param attributes names of attributes that are ignored, each with a warning
 */
record UvlModel(
        String namespace,
        List<UvlFeature> features,
        List<UvlConstraint> constraints,
        SortedMap<String, Notice> attributes) {
    UvlFeature root() {
        return features.get(0);
    }

    /** A feature with the groups below it. */
    record UvlFeature(String name, Place place, List<UvlGroup> groups) {}

    /**
     * Some children of a feature: where it is in, {@code least} to {@code most} of them are.
     *
     * @param word as the file spells the kind of group
     */
    record UvlGroup(String word, int least, int most, List<String> members, Place place) {}

    /**
     * A line under {@code constraints}, or an attribute that is one.
     *
     * @param text as it is written, with single spaces
     */
    record UvlConstraint(Formula formula, String text, Place place) {}
}
