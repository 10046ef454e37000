package io.whittle.graph.lint;

import io.whittle.graph.catalog.Mention;
import io.whittle.graph.export.TagNames;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes what is left of a tag out of which another was taken as text: {@code ts_omit_debug} out of
 * {@code ts_omit_debugeventbus} leaves {@code eventbus}.
 */
final class StrippedNames {
    private final TagNames names;
    private final Set<String> written;
    private final Map<String, String> kept = new HashMap<>();

    StrippedNames(TagNames names, Set<String> written) {
        this.names = names;
        this.written = written;
        names.features().forEach((tag, feature) -> {
            if (names.isIn(feature, written)) {
                kept.put(tag, feature);
                kept.put(TagNames.symbol(feature), feature);
            }
        });
    }

    /** Whose tag this is the rest of; by name of the tag where there are several. Linear in the tags' lengths. */
    Optional<TagFinding> behind(Mention rest) {
        return names.features().entrySet().stream()
                .filter(entry -> !written.contains(entry.getKey()))
                .flatMap(entry -> stripped(entry.getKey(), rest.text()).stream()
                        .filter(text -> !kept.get(text).equals(entry.getValue()))
                        .<TagFinding>map(
                                text -> new TagFinding.StrippedTag(rest, kept.get(text), text, entry.getValue())))
                .findFirst();
    }

    /** The text between a beginning and an end that together are the rest, if that is a kept feature's. */
    private Optional<String> stripped(String tag, String rest) {
        int length = tag.length() - rest.length();
        for (int at = 0; length > 0 && at <= rest.length(); at++) {
            if (tag.startsWith(rest.substring(0, at)) && tag.endsWith(rest.substring(at))) {
                String text = tag.substring(at, at + length);
                if (kept.containsKey(text)) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }
}
