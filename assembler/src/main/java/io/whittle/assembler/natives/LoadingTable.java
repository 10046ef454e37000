package io.whittle.assembler.natives;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Libraries that load their native file from an image's {@code lib/}, each tried with the real one on Linux. The file
 * {@code loading.json} beside this class holds them; who asks the system's loader first needs no option, since that looks there.
 */
final class LoadingTable {
    private static final LoadingTable TABLE = read();

    private final List<Row> rows;

    private LoadingTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * How a library is told where its native file is.
     *
     * @param artifacts {@code group:artifact[:classifier]}
     * @param file the name of its native file
     * @param options of the JVM; {@link LaidNatives#LIB} stands for the folder
     */
    record Row(List<String> artifacts, Pattern file, List<String> options) {
        Row {
            artifacts = List.copyOf(artifacts);
            options = List.copyOf(options);
        }
    }

    /** How this library is told; empty for one of which it is not known. */
    static Optional<Row> of(String artifact) {
        return TABLE.rows.stream()
                .filter(row -> row.artifacts().contains(artifact))
                .findFirst();
    }

    private static LoadingTable read() {
        try (InputStream in = LoadingTable.class.getResourceAsStream("loading.json")) {
            List<Row> rows = new ArrayList<>();
            for (JsonNode row : JsonMapper.shared().readTree(in)) {
                rows.add(new Row(
                        texts(row.get("artifacts")),
                        Pattern.compile(row.get("file").asString()),
                        texts(row.get("options"))));
            }
            return new LoadingTable(rows);
        } catch (IOException unreadable) {
            throw new IllegalStateException("a table of this program's own cannot be read", unreadable);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
