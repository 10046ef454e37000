package io.whittle.assembler.goal;

import io.whittle.graph.cells.Cell;
import io.whittle.graph.cells.Matrix;
import io.whittle.graph.cells.NotAlone;
import io.whittle.graph.cells.PairCoverage;
import io.whittle.graph.cells.Row;
import io.whittle.graph.export.CiCell;
import io.whittle.graph.export.CiMatrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is said of a matrix on the console. */
final class MatrixLines {
    private MatrixLines() {}

    static List<String> of(CiMatrix told) {
        Matrix matrix = told.matrix();
        List<CiCell> cells = told.cells();
        List<String> lines = new ArrayList<>();
        lines.add("matrix of " + String.join(", ", matrix.kindWords()) + ": " + count(matrix.rows(), "row") + ", "
                + count(matrix.cells().size(), "image")
                + told.shard()
                        .map(shard -> "; part " + shard + " has " + count(cells.size(), "image"))
                        .orElse(""));
        matrix.coverage().forEach(coverage -> lines.add(coverage(coverage)));
        notAlone(matrix.notAlone(), lines);
        for (CiCell cell : cells) {
            lines.add(cell.cell().id() + " " + cell.cell().name() + " for "
                    + cell.cell().platform() + also(cell.cell()));
            lines.add("  " + cell.command());
        }
        return lines;
    }

    /** {@code linux/amd64: 790 of 812 pairs of 30 features are met (97.2 %), not met: a in and b out, …}. */
    static String coverage(PairCoverage coverage) {
        String missed = coverage.firstMissed().stream()
                .map(pair -> pair.in() + " in and " + pair.out() + " out")
                .collect(Collectors.joining(", "));
        long left =
                coverage.feasible() - coverage.met() - coverage.firstMissed().size();
        return coverage.platform() + ": " + coverage.met() + " of " + coverage.feasible() + " pairs of "
                + count(coverage.features(), "feature") + " are met (" + coverage.percent() + " %)"
                + (missed.isEmpty() ? "" : ", not met: " + missed + (left > 0 ? " and " + left + " more" : ""));
    }

    private static void notAlone(List<NotAlone> features, List<String> lines) {
        Map<String, List<String>> byPlatform = new TreeMap<>();
        features.forEach(feature -> byPlatform
                .computeIfAbsent(feature.platform().toString(), none -> new ArrayList<>())
                .add(feature.feature()));
        byPlatform.forEach((platform, names) -> lines.add("never in on " + platform + ": " + String.join(", ", names)
                + " (why: mvn whittle:explain -Dwhittle.platform=" + platform + " -Dwhittle.feature=" + names.get(0)
                + ")"));
    }

    private static String also(Cell cell) {
        String others = cell.rows().stream().skip(1).map(Row::name).distinct().collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : ", also " + others;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
