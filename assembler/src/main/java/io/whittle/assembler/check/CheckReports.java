package io.whittle.assembler.check;

import io.whittle.assembler.fresh.WholeFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a run: for programs, for CI servers, for people. */
public final class CheckReports {
    /** For programs; its schema is docs/checks.schema.json. */
    public static final String JSON = "checks.json";

    /** For CI servers, as JUnit's. */
    public static final String XML = "TEST-whittle-checks.xml";

    /** For people. */
    public static final String MARKDOWN = "checks.md";

    private CheckReports() {}

    /** Writes all of them into a folder, each whole or not at all; none where one of them cannot be written. */
    public static void write(CheckResults results, Path folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(JSON, CheckJson.write(results));
        texts.put(XML, CheckXml.write(results));
        texts.put(MARKDOWN, CheckMarkdown.write(results));
        List<WholeFile> files = new ArrayList<>();
        try {
            for (Map.Entry<String, String> each : texts.entrySet()) {
                Path file = folder.resolve(each.getKey());
                Path beside = file.resolveSibling(
                        each.getKey() + ".new-" + ProcessHandle.current().pid());
                files.add(WholeFile.prepare(file, beside, each.getValue().getBytes(StandardCharsets.UTF_8)));
            }
            for (WholeFile file : files) {
                file.appear();
            }
        } finally {
            for (WholeFile file : files) {
                file.close();
            }
        }
    }
}
