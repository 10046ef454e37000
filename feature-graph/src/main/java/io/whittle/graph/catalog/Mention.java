package io.whittle.graph.catalog;

/**
 * A name or other text as the catalogue spells it, with its place.
 *
 * @param text the scalar, never interpreted: {@code no} stays {@code no}
 * @param place where it stands
 */
public record Mention(String text, Place place) {
    @Override
    public String toString() {
        return text;
    }
}
