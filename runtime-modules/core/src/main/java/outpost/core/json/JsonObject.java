package outpost.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that knows its place in the document, so that every complaint names the value it is about. A member that is
 * {@code null} counts as left out.
 */
public final class JsonObject {
    private final String place;
    private final Map<String, Object> members;

    JsonObject(String place, Map<String, Object> members) {
        this.place = place;
        this.members = members;
    }

    /** A complaint about one member, for what only the caller can judge. */
    public JsonException wrong(String name, String problem) {
        return new JsonException(placeOf(name), problem);
    }

    /** The members as the parser made them: texts, numbers, booleans, lists and maps. */
    public Map<String, Object> asMap() {
        return Collections.unmodifiableMap(members);
    }

    public String text(String name) throws JsonException {
        return optionalText(name).orElseThrow(() -> wrong(name, "it is missing"));
    }

    public Optional<String> optionalText(String name) throws JsonException {
        return member(name, String.class, "text");
    }

    public boolean flag(String name, boolean otherwise) throws JsonException {
        return member(name, Boolean.class, "true or false").orElse(otherwise);
    }

    /** A whole number that fits a {@code long}. */
    public Optional<Long> number(String name) throws JsonException {
        Optional<Number> number = member(name, Number.class, "a number");
        if (number.isPresent() && !(number.get() instanceof Integer) && !(number.get() instanceof Long)) {
            throw wrong(name, "it is not a whole number, or too large");
        }
        return number.map(Number::longValue);
    }

    public JsonObject object(String name) throws JsonException {
        return optionalObject(name).orElseThrow(() -> wrong(name, "it is missing"));
    }

    public Optional<JsonObject> optionalObject(String name) throws JsonException {
        return member(name, Map.class, "an object").map(map -> new JsonObject(placeOf(name), checked(map)));
    }

    /** The list's texts in their order; empty where the member is left out. */
    public List<String> texts(String name) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (Object value : list(name)) {
            if (!(value instanceof String text)) {
                throw wrong(name + "[" + texts.size() + "]", "expected text, found " + kind(value));
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** The list's objects in their order; empty where the member is left out. */
    public List<JsonObject> objects(String name) throws JsonException {
        List<JsonObject> objects = new ArrayList<>();
        for (Object value : list(name)) {
            String at = name + "[" + objects.size() + "]";
            if (!(value instanceof Map<?, ?> map)) {
                throw wrong(at, "expected an object, found " + kind(value));
            }
            objects.add(new JsonObject(placeOf(at), checked(map)));
        }
        return List.copyOf(objects);
    }

    private List<?> list(String name) throws JsonException {
        return member(name, List.class, "a list").<List<?>>map(list -> list).orElse(List.of());
    }

    private <T> Optional<T> member(String name, Class<T> type, String expected) throws JsonException {
        Object value = members.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name, "expected " + expected + ", found " + kind(value));
        }
        return Optional.ofNullable(type.cast(value));
    }

    private String placeOf(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    // The parser makes maps with text for keys only.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> checked(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    private static String kind(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "text";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        return value instanceof List ? "a list" : "an object";
    }
}
