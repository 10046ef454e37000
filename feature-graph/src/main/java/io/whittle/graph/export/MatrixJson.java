package io.whittle.graph.export;

import io.whittle.graph.cells.Cell;
import io.whittle.graph.cells.NotAlone;
import io.whittle.graph.cells.PairCoverage;
import io.whittle.graph.cells.Row;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;

/** Writes matrix.json, whose schema is docs/matrix.schema.json. Everything is in a fixed order, lines end with {@code \n}. */
public final class MatrixJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private MatrixJson() {}

    /** The document of a matrix, or of a part of it. */
    public static String write(CiMatrix told) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        ObjectNode catalog = document.putObject("catalog");
        told.matrix().catalog().name().ifPresent(name -> catalog.put("name", name.text()));
        catalog.put(
                "file", String.valueOf(told.matrix().catalog().source().file().getFileName()));
        catalog.put("sha256", told.asked().catalog());
        addAll(document.putArray("rows"), told.matrix().kindWords());
        addAll(document.putArray("profiles"), told.asked().profiles());
        addAll(document.putArray("platforms"), told.asked().platforms());
        told.shard()
                .ifPresent(shard -> document.putObject("shard")
                        .put("number", shard.number())
                        .put("of", shard.of()));
        ArrayNode pairs = document.putArray("pairs");
        told.matrix().coverage().forEach(coverage -> add(pairs.addObject(), coverage));
        ArrayNode notAlone = document.putArray("notAlone");
        told.matrix().notAlone().forEach(feature -> add(notAlone.addObject(), feature));
        ArrayNode leftOut = document.putArray("leftOut");
        told.matrix().leftOut().forEach(cell -> addName(leftOut.addObject(), cell));
        ArrayNode cells = document.putArray("cells");
        told.cells().forEach(cell -> add(cells.addObject(), cell));
        return JsonText.of(document);
    }

    private static void add(ObjectNode entry, CiCell cell) {
        addName(entry, cell.cell());
        entry.put("kind", cell.cell().kind().ofOne());
        entry.put("hashOf", cell.cell().content().basis().word());
        entry.put("cost", cell.cell().content().cost());
        entry.put("folder", cell.folder());
        addAll(entry.putArray("arguments"), cell.arguments());
        entry.put("command", cell.command());
        addAll(entry.putArray("checks"), cell.checks());
        ArrayNode rows = entry.putArray("standsFor");
        for (Row row : cell.cell().rows()) {
            ObjectNode told = rows.addObject();
            told.put("kind", row.kind().ofOne()).put("name", row.name());
            addAll(told.putArray("features"), row.resolution().in());
        }
    }

    private static void addName(ObjectNode entry, Cell cell) {
        entry.put("id", cell.id()).put("name", cell.name());
        entry.put("platform", cell.platform().toString());
    }

    private static void add(ObjectNode entry, PairCoverage coverage) {
        entry.put("platform", coverage.platform().toString()).put("features", coverage.features());
        entry.put("all", coverage.pairs()).put("feasible", coverage.feasible()).put("met", coverage.met());
        entry.put("percent", new BigDecimal(coverage.percent()));
        ArrayNode missed = entry.putArray("firstMissed");
        coverage.firstMissed()
                .forEach(pair -> missed.addObject().put("in", pair.in()).put("out", pair.out()));
    }

    private static void add(ObjectNode entry, NotAlone feature) {
        entry.put("feature", feature.feature())
                .put("platform", feature.platform().toString());
        addAll(entry.putArray("faults"), feature.faults());
    }

    private static void addAll(ArrayNode array, Iterable<String> items) {
        items.forEach(array::add);
    }
}
