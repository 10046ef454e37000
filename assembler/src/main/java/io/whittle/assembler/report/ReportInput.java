package io.whittle.assembler.report;

import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.Tolerance;
import io.whittle.graph.catalog.FeatureCatalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a report is made of.
 *
 * @param kind what it is of
 * @param catalog against which results are held
 * @param results what was found
 * @param expected images that should be there
 * @param lock what was accepted
 * @param tolerance how much sizes may move from that
 * @param mustBeGreen the lines of defence that the verdict asks for
 * @param whittle the version of Whittle
 * @param folder of the report, from which documents are linked
 */
public record ReportInput(
        Report.Kind kind,
        FeatureCatalog catalog,
        Results results,
        List<ExpectedImage> expected,
        Optional<Lock> lock,
        Tolerance tolerance,
        List<String> mustBeGreen,
        String whittle,
        Path folder) {
    public ReportInput {
        expected = List.copyOf(expected);
        mustBeGreen = List.copyOf(mustBeGreen);
    }
}
