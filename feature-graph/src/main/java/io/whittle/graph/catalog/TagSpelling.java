package io.whittle.graph.catalog;

/** When a feature's tag is written for builds that are not Java. */
public enum TagSpelling {
    /** Written when the feature is out. */
    OMITTED,
    /** Written when the feature is in. */
    INCLUDED
}
