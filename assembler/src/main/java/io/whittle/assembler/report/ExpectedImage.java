package io.whittle.assembler.report;

import io.whittle.assembler.documents.Json;
import tools.jackson.databind.JsonNode;

import java.util.List;

/**
 * An image that should be there.
 *
 * @param id a hash of what it is made of
 * @param byPlan whether that is of the plan; otherwise it is of what the catalogue says
 * @param name of its cell
 * @param platform for which it is made
 * @param standsFor names of all rows that come to it
 * @param checks those that are to be asked of it
 * @param arguments of Maven, with which goals are about it alone
 */
public record ExpectedImage(
        String id,
        boolean byPlan,
        String name,
        String platform,
        List<String> standsFor,
        List<String> checks,
        List<String> arguments) {
    public ExpectedImage {
        standsFor = List.copyOf(standsFor);
        checks = List.copyOf(checks);
        arguments = List.copyOf(arguments);
    }

    /** The cells of a matrix. */
    public static List<ExpectedImage> of(JsonNode matrix) {
        return matrix.path("cells").valueStream().map(ExpectedImage::cell).toList();
    }

    private static ExpectedImage cell(JsonNode cell) {
        return new ExpectedImage(
                Json.text(cell, "id"),
                Json.text(cell, "hashOf").equals("plan"),
                Json.text(cell, "name"),
                Json.text(cell, "platform"),
                cell.path("standsFor")
                        .valueStream()
                        .map(row -> Json.text(row, "name"))
                        .toList(),
                Json.texts(cell, "checks"),
                Json.texts(cell, "arguments"));
    }

    /** Builds and asks it. */
    String command() {
        return "mvn package whittle:check " + String.join(" ", arguments);
    }

    boolean isCalled(ImageDocuments found) {
        return name.equals(found.name()) && platform.equals(found.platform());
    }

    boolean isOf(ImageDocuments found) {
        return found.id(byPlan).filter(id::equals).isPresent() && platform.equals(found.platform());
    }
}
