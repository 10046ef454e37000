package io.whittle.graph.interchange;

import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.catalog.Place;
import uvl.UVLJavaParser.IdContext;
import uvl.UVLJavaParser.ReferenceContext;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The features of a model by name, with the place of each. */
final class UvlNames {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final NearestName nearest = new NearestName();

    /** The name without its quotes; {@code a} and {@code "a"} are the same one. */
    static String of(ReferenceContext reference) {
        return reference.id().stream().map(UvlNames::of).collect(Collectors.joining("."));
    }

    static String of(IdContext id) {
        String text = id.getText();
        return id.ID_NOT_STRICT() == null ? text : text.substring(1, text.length() - 1);
    }

    /** Takes one more; its former place if there is one of the name. */
    Optional<Place> add(String name, Place place) {
        return Optional.ofNullable(places.putIfAbsent(name, place));
    }

    boolean has(String name) {
        return places.containsKey(name);
    }

    String unknown(String name) {
        String begins = "the tree has no feature '" + name + "'; ";
        return nearest.to(name, places.keySet())
                .map(near -> begins + "did you mean '" + near + "'?")
                .orElse(begins
                        + (name.contains(".")
                                ? "attributes and features of other models cannot be imported: say it with features of"
                                        + " this tree, or remove the line"
                                : "add it to the tree, or remove the line"));
    }
}
