package io.whittle.graph.export;

import io.whittle.graph.catalog.Mention;
import io.whittle.graph.cells.Row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a template of a matrix is handed: plain maps, lists and texts. */
final class MatrixModel {
    private MatrixModel() {}

    static Map<String, Object> of(CiMatrix matrix) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("catalog", matrix.matrix().catalog().name().map(Mention::text).orElse(""));
        model.put("rows", matrix.matrix().kindWords());
        matrix.shard().ifPresent(shard -> model.put("shard", Map.of("number", shard.number(), "of", shard.of())));
        List<Map<String, Object>> cells = new ArrayList<>();
        matrix.cells().forEach(cell -> cells.add(cell(cell)));
        model.put("cells", cells);
        return model;
    }

    private static Map<String, Object> cell(CiCell cell) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", cell.cell().id());
        entry.put("name", cell.cell().name());
        entry.put("symbol", TagNames.symbol(cell.folder().replace('/', '-')));
        entry.put("kind", cell.cell().kind().ofOne());
        entry.put("platform", ExportModel.platform(cell.cell().platform()));
        entry.put("folder", cell.folder());
        entry.put("cost", cell.cell().content().cost());
        entry.put("arguments", cell.argumentLine());
        entry.put("command", cell.command());
        entry.put(
                "standsFor",
                cell.cell().rows().stream().map(Row::name).distinct().toList());
        entry.put("checks", List.copyOf(cell.checks()));
        return entry;
    }
}
