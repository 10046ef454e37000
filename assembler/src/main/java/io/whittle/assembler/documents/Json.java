package io.whittle.assembler.documents;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Entries of documents that others wrote: what is not there, or of another kind, is empty. */
public final class Json {
    private Json() {}

    /** A text; empty where there is none. */
    public static String text(JsonNode entry, String name) {
        return optional(entry, name).orElse("");
    }

    /** A text, where there is one. */
    public static Optional<String> optional(JsonNode entry, String name) {
        return Optional.of(entry.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    /** A whole number, where there is one. */
    public static OptionalLong number(JsonNode entry, String name) {
        JsonNode number = entry.path(name);
        return number.isIntegralNumber() ? OptionalLong.of(number.asLong()) : OptionalLong.empty();
    }

    /** The texts of a list. */
    public static List<String> texts(JsonNode entry, String name) {
        return entry.path(name)
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    /** The entries of a list, or the values of an object. */
    public static List<JsonNode> entries(JsonNode entry, String name) {
        return entry.path(name).valueStream().toList();
    }
}
