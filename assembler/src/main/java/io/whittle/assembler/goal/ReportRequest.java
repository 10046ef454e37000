package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the goal that reports is asked.
 *
 * @param catalog the file against which results are held
 * @param outputs folders in which this build keeps images, and what it found out
 * @param results folders with the results of all cells of a matrix; none for a report of this build
 * @param matrix the matrix.json that tells which cells there should be
 * @param scope of this build, or of the matrix where none is found
 * @param carried arguments that commands want besides
 * @param lock the file of the accepted state; it may not exist
 * @param tolerance how many percent sizes may move from that
 * @param lines of defence that must be green: {@code resolve}, {@code audit}, {@code check}
 * @param output below which the report's folder is
 * @param version of Whittle
 * @param summary to which the summary is added; as GitHub Actions names it
 */
public record ReportRequest(
        Path catalog,
        List<Path> outputs,
        List<Path> results,
        Optional<Path> matrix,
        MatrixScope scope,
        List<String> carried,
        Path lock,
        String tolerance,
        List<String> lines,
        Path output,
        String version,
        Optional<Path> summary) {
    public ReportRequest {
        outputs = List.copyOf(outputs);
        results = List.copyOf(results);
        carried = List.copyOf(carried);
        lines = List.copyOf(lines);
    }
}
