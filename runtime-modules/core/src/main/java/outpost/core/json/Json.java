package outpost.core.json;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads and writes JSON documents whose outermost value is an object. */
public final class Json {
    private Json() {}

    /**
     * Reads one object. The text may come from anybody: depth and length of numbers are bounded, its size is for the caller to
     * bound. Time and memory grow in proportion to the size.
     */
    public static JsonObject read(byte[] utf8) throws JsonException {
        String text = decode(utf8);
        JsonGuard.check(text);
        try {
            return new JsonObject("", JsonParser.object().from(text));
        } catch (JsonParserException e) {
            throw new JsonException(
                    "line " + e.getLinePosition() + ", column " + e.getCharPosition(), "not JSON: " + firstPart(e));
        }
    }

    /** One line without a line break; keys sorted, so that equal values give equal bytes. */
    public static String line(Map<String, ?> object) {
        return JsonWriter.string(sorted(object));
    }

    /** Several lines, indented by two spaces, ending in a line break; keys sorted. */
    public static String page(Map<String, ?> object) {
        return JsonWriter.indent("  ").string().value(sorted(object)).done() + "\n";
    }

    private static String decode(byte[] utf8) throws JsonException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("", "it is not UTF-8");
        }
    }

    /** The parser ends its messages with the place, which is told before them, and numbers what it found instead. */
    private static String firstPart(JsonParserException e) {
        String message = e.getMessage();
        int place = message.lastIndexOf(" on line ");
        String text = place < 0 ? message : message.substring(0, place);
        return text.matches(".*, got -?[0-9]+") ? "something is missing here" : text;
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> names = new TreeMap<>();
            map.forEach((name, inner) -> names.put((String) name, sorted(inner)));
            return new LinkedHashMap<>(names);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(Json::sorted).collect(Collectors.toList());
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass());
    }
}
