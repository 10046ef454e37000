package io.whittle.assembler.check;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.WholeFiles;
import io.whittle.assembler.text.ChangedJarsText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /**
     * Writes all of them into a folder, each whole or not at all; none where one of them cannot be written.
     *
     * @param changed what of the image's jars is other than it was found, in clauses, by name
     */
    public static void write(CheckResults results, SortedMap<String, List<String>> changed, Path folder)
            throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(JSON, CheckJson.write(results, plan(folder)));
        texts.put(XML, CheckXml.write(results));
        texts.put(MARKDOWN, CheckMarkdown.write(results) + ChangedJarsText.section(3, changed));
        WholeFiles.write(folder, texts);
    }

    private static Optional<String> plan(Path folder) throws IOException {
        Path plan = folder.resolve("plan.json");
        return Files.isRegularFile(plan) ? Optional.of(ContentHash.of(plan)) : Optional.empty();
    }
}
