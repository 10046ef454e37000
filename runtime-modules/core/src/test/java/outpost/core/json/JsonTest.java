package outpost.core.json;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTest {
    @Test
    void keysAreWrittenSortedAtEveryLevel() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", 1);
        inner.put("a", List.of(true, "x\n\"", 2L));

        assertThat(Json.line(Map.of("m", inner))).isEqualTo("{\"m\":{\"a\":[true,\"x\\n\\\"\",2],\"z\":1}}");
        assertThat(Json.page(Map.of("a", 1))).isEqualTo("{\n  \"a\":1\n}\n");
    }

    @Test
    void aValueThatJsonDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> Json.line(Map.of("a", Optional.empty()))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsWrittenIsReadBack() throws JsonException {
        JsonObject object =
                read(Json.line(Map.of("t", "ä€😀\u2028", "n", 42, "l", List.of("a"), "o", Map.of("f", true))));

        assertThat(object.text("t")).isEqualTo("ä€😀\u2028");
        assertThat(object.number("n")).contains(42L);
        assertThat(object.texts("l")).containsExactly("a");
        assertThat(object.object("o").flag("f", false)).isTrue();
    }

    @Test
    void aFaultInTheTextIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("{\"a\": [1,]}"))
                .hasMessageContaining("line 1, column ")
                .hasMessageContaining("comma");
        assertThatThrownBy(() -> read("{\n\"a\":")).hasMessageContaining("something is missing here");
        assertThatThrownBy(() -> read("[]")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.read(new byte[] {'{', '"', (byte) 0xff, '"', '}'}))
                .hasMessage("it is not UTF-8");
    }

    @Test
    void aFaultInAValueIsToldWithItsPath() throws JsonException {
        JsonObject object = read("{\"a\": {\"b\": [{\"c\": null}, {\"c\": 1.5}]}}");
        List<JsonObject> list = object.object("a").objects("b");

        assertThat(list.get(0).number("c")).isEmpty();
        assertThatThrownBy(() -> list.get(0).text("c")).hasMessage("a.b[0].c: it is missing");
        assertThatThrownBy(() -> list.get(1).number("c")).hasMessageStartingWith("a.b[1].c: it is not a whole number");
        assertThatThrownBy(() -> object.text("a")).hasMessage("a: expected text, found an object");
    }

    @Test
    void depthAndDigitsAreBoundedAndBracketsInTextDoNotCount() throws JsonException {
        assertThatThrownBy(() -> read("{\"a\":".repeat(33))).hasMessageContaining("nested deeper than 32");
        assertThatThrownBy(() -> read("{\"a\":" + "1".repeat(65) + "}")).hasMessageContaining("a number is longer");
        assertThat(read("{\"a\":\"" + "[{\\\"".repeat(100) + "1".repeat(100) + "\"}")
                        .text("a"))
                .hasSize(400);
    }

    private static JsonObject read(String text) throws JsonException {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
