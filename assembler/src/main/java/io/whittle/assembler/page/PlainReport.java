package io.whittle.assembler.page;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a report stands in its page as plain HTML, for readers without scripts: bounded, so that it stays a small part of the page. */
final class PlainReport {
    /** Findings, and features of one image, that are told. */
    static final int ROWS = 200;

    /** Images whose features and checks are told; the lines of defence are told of each. */
    static final int IMAGES = 8;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PlainReport() {}

    /** The report as the template reads it; a list that may be long is {@code {shown, left}}. */
    static Map<String, Object> of(JsonNode report) {
        Map<String, Object> plain = map(report);
        plain.put("findings", bounded(list(plain.get("findings")), ROWS));
        plain.put(
                "details",
                bounded(
                        list(plain.get("images")).stream()
                                .map(PlainReport::details)
                                .toList(),
                        IMAGES));
        return plain;
    }

    private static Object details(Object image) {
        Map<String, Object> details = new LinkedHashMap<>();
        ((Map<?, ?>) image).forEach((key, value) -> details.put((String) key, value));
        details.put("features", bounded(list(details.get("features")), ROWS));
        details.put("checks", bounded(list(details.get("checks")), ROWS));
        return details;
    }

    private static Map<String, Object> bounded(List<?> all, int most) {
        List<?> shown = all.subList(0, Math.min(most, all.size()));
        return Map.of("shown", shown, "left", all.size() - shown.size());
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static Map<String, Object> map(JsonNode report) {
        return MAPPER.convertValue(report, new TypeReference<LinkedHashMap<String, Object>>() {});
    }
}
