package io.whittle.assembler.check;

import io.whittle.assembler.fresh.WholeFiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

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
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(JSON, CheckJson.write(results));
        texts.put(XML, CheckXml.write(results));
        texts.put(MARKDOWN, CheckMarkdown.write(results));
        WholeFiles.write(folder, texts);
    }
}
