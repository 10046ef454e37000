package io.whittle.assembler.page;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Logs, cut to what a page can hold: the end of each, those of failed checks before all others.
 *
 * <p>What is cut is added to {@code dropped}, which the page tells.
 */
final class LogBound {
    /** Characters of one log. */
    static final int EACH = 20_000;

    /** Characters of all logs together. */
    static final int ALL = 2_000_000;

    private LogBound() {}

    /** A copy of a report whose logs are bounded. */
    static JsonNode cut(JsonNode report) {
        JsonNode copy = report.deepCopy();
        int left = ALL;
        for (ObjectNode log : failuresFirst(copy)) {
            left -= cut(log, Math.min(EACH, left));
        }
        return copy;
    }

    private static List<ObjectNode> failuresFirst(JsonNode report) {
        return stream(report.path("images"))
                .flatMap(image -> stream(image.path("checks")))
                .sorted(Comparator.comparing(
                        check -> !check.path("outcome").asString("").equals("failed")))
                .flatMap(check -> stream(check.path("logs")))
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Leaves the last characters of a log; gives how many they are. */
    private static int cut(ObjectNode log, int most) {
        Deque<String> kept = new ArrayDeque<>();
        int size = 0;
        long dropped = log.path("dropped").asLong(0);
        List<JsonNode> lines = stream(log.path("lines")).toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i).asString("");
            int room = most - size;
            String end = line.length() <= room ? line : line.substring(line.length() - Math.max(0, room));
            dropped += utf8(line) - utf8(end);
            size += end.length();
            if (!end.isEmpty() || line.isEmpty()) {
                kept.addFirst(end);
            }
        }
        ArrayNode bounded = log.putArray("lines");
        kept.forEach(bounded::add);
        log.put("dropped", dropped);
        return size;
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
