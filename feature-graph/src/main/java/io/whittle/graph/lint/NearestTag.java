package io.whittle.graph.lint;

import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.export.TagNames;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the tag somebody may have meant. */
final class NearestTag {
    private final TagNames names;
    private final SortedMap<String, String> tags = new TreeMap<>();
    private final NearestName nearest = new NearestName();

    NearestTag(TagNames names) {
        this.names = names;
        names.features().forEach((tag, feature) -> tags.put(TagNames.symbol(feature), tag));
    }

    /**
     * The nearest tag, if one is near enough. What is spelled like a tag is compared by the name in it, for else what all tags
     * have in common would make them near; a mere name is its feature's.
     */
    Optional<String> to(String wrong) {
        Optional<String> bare = Optional.ofNullable(tags.get(TagNames.symbol(wrong)));
        if (bare.isPresent()) {
            return bare;
        }
        Optional<String> name = names.nameIn(wrong);
        return name.isPresent()
                ? nearest.to(name.get(), tags.keySet()).map(tags::get)
                : nearest.to(wrong, names.features().keySet());
    }
}
