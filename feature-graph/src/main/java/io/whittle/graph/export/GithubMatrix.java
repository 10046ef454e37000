package io.whittle.graph.export;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cells as a matrix of GitHub Actions: {@code {"include": [...]}}, which a job reads with {@code fromJSON}. */
public final class GithubMatrix {
    /** More jobs of one matrix GitHub refuses when it runs it. */
    public static final int MOST = 256;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GithubMatrix() {}

    /** The document, in one line without an end. */
    public static String line(CiMatrix matrix) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode include = document.putArray("include");
        for (CiCell cell : matrix.cells()) {
            ObjectNode entry = include.addObject();
            entry.put("id", cell.cell().id());
            entry.put("name", cell.cell().name());
            entry.put("platform", cell.cell().platform().toString());
            entry.put("folder", cell.folder());
            entry.put("arguments", cell.argumentLine());
        }
        return MAPPER.writeValueAsString(document);
    }
}
