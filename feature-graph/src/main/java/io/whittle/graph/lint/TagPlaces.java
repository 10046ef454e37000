package io.whittle.graph.lint;

import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.export.TagNames;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a list speaks of a feature; the list's end where it does not, since there a word would have to be written. */
final class TagPlaces {
    private final TagNames names;
    private final TagList list;
    private final Map<String, Place> first = new HashMap<>();

    TagPlaces(TagNames names, TagList list) {
        this.names = names;
        this.list = list;
        for (Mention tag : list.tags()) {
            first.putIfAbsent(tag.text(), tag.place());
        }
    }

    /** Every tag of the list. */
    Set<String> written() {
        return first.keySet();
    }

    Place of(Optional<String> feature) {
        return feature.map(names::tag).map(first::get).orElse(list.end());
    }

    /** Of the tag that leaves a feature out; where none does, of the feature that misses it. */
    Place ofWhatLeavesOut(String feature, Optional<String> missedBy) {
        Place said = first.get(names.tag(feature));
        return said != null ? said : of(missedBy);
    }
}
