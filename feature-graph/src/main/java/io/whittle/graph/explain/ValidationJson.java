package io.whittle.graph.explain;

import io.whittle.graph.analysis.CatalogAnalysis;
import io.whittle.graph.analysis.Finding;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.analysis.Via;
import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes validation.json, whose schema is docs/validation.schema.json. Everything is in a fixed order, lines end with
 * {@code \n}, and no path of this machine is in it: the same analysis gives the same bytes everywhere.
 */
public final class ValidationJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private ValidationJson() {}

    /** The document of an analysis. */
    public static String write(CatalogAnalysis analysis) {
        // Places inside of texts are spelled with the file's name: the same findings give the same bytes everywhere.
        CatalogSource named = analysis.catalog().source();
        CatalogSource source = new CatalogSource(named.file().getFileName(), named.lines());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        ObjectNode catalog = document.putObject("catalog");
        analysis.catalog().name().ifPresent(name -> catalog.put("name", name.text()));
        catalog.put("file", String.valueOf(source.file()));
        ArrayNode platforms = document.putArray("platforms");
        analysis.platforms().forEach(platform -> platforms.add(platform.toString()));
        ObjectNode counts = document.putObject("counts");
        for (Severity severity : Severity.values()) {
            counts.put(severity.word(), analysis.count(severity));
        }
        ArrayNode findings = document.putArray("findings");
        analysis.findings().forEach(finding -> add(findings.addObject(), finding, source));
        return JsonText.of(document);
    }

    private static void add(ObjectNode entry, Finding finding, CatalogSource source) {
        entry.put("code", finding.code().word());
        entry.put("severity", finding.severity().word());
        addPlace(entry, finding.place());
        entry.putObject("subject")
                .put("kind", finding.observation().subject().kind().word())
                .put("name", finding.observation().subject().name());
        ArrayNode others = entry.putArray("others");
        finding.observation().others().forEach(others::add);
        ArrayNode platforms = entry.putArray("platforms");
        finding.platforms().forEach(platform -> platforms.add(platform.toString()));
        ArrayNode via = entry.putArray("via");
        finding.observation().via().forEach(step -> add(via.addObject(), step));
        entry.put("text", finding.text(source));
    }

    private static void add(ObjectNode entry, Via step) {
        step.from().ifPresent(feature -> entry.put("feature", feature));
        entry.put(step.kind().word(), step.to());
        addPlace(entry, step.place());
    }

    private static void addPlace(ObjectNode entry, Place place) {
        entry.put("line", place.line()).put("column", place.column());
    }
}
