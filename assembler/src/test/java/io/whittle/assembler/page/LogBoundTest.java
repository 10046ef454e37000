package io.whittle.assembler.page;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class LogBoundTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void aShortLogStays() {
        ObjectNode report = report(log("passed", 7, "one", "", "two"));
        assertThat(LogBound.cut(report)).isEqualTo(report);
    }

    @Test
    void ofALongLogTheEndStaysAndWhatIsCutIsTold() {
        ObjectNode report = report(log("passed", 7, "ö".repeat(LogBound.EACH), "end"));
        JsonNode log = firstLog(LogBound.cut(report));
        assertThat(log.path("lines").path(0).asString()).hasSize(LogBound.EACH - 3);
        assertThat(log.path("lines").path(1).asString()).isEqualTo("end");
        // Three letters of two bytes each.
        assertThat(log.path("dropped").asLong()).isEqualTo(7 + 6);
    }

    @Test
    void allLogsTogetherAreBoundedAndFailuresComeFirst() {
        int many = LogBound.ALL / LogBound.EACH + 5;
        ObjectNode[] checks = new ObjectNode[many];
        for (int i = 0; i < many; i++) {
            checks[i] = log(i == many - 1 ? "failed" : "passed", 0, "x".repeat(LogBound.EACH));
        }
        JsonNode cut = LogBound.cut(report(checks));
        assertThat(cut.toString().length()).isBetween(LogBound.ALL, LogBound.ALL + 100 * many);
        JsonNode all = cut.path("images").path(0).path("checks");
        assertThat(all.path(many - 1).path("logs").path(0).path("dropped").asLong())
                .isZero();
        assertThat(all.path(many - 2).path("logs").path(0).path("lines")).isEmpty();
        assertThat(all.path(many - 2).path("logs").path(0).path("dropped").asLong())
                .isEqualTo(LogBound.EACH);
    }

    @Test
    void theReportItselfIsLeftAlone() {
        ObjectNode report = report(log("passed", 0, "x".repeat(LogBound.EACH + 1)));
        JsonNode before = report.deepCopy();
        LogBound.cut(report);
        assertThat(report).isEqualTo(before);
    }

    private static JsonNode firstLog(JsonNode report) {
        return report.path("images").path(0).path("checks").path(0).path("logs").path(0);
    }

    private static ObjectNode report(ObjectNode... checks) {
        ArrayNode all = JSON.arrayNode();
        for (ObjectNode check : checks) {
            all.add(check);
        }
        ObjectNode report = JSON.objectNode();
        report.putArray("images").addObject().set("checks", all);
        return report;
    }

    private static ObjectNode log(String outcome, long dropped, String... lines) {
        ObjectNode check = JSON.objectNode().put("outcome", outcome);
        ObjectNode log = check.putArray("logs").addObject().put("file", "a.txt");
        for (String line : lines) {
            log.withArray("lines").add(line);
        }
        log.put("dropped", dropped);
        return check;
    }
}
