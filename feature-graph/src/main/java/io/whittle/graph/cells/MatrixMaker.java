package io.whittle.graph.cells;

import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes a matrix: resolves its rows, merges those that come to one image, and keeps what there is room for. */
public final class MatrixMaker {
    private static final Comparator<Row> ROWS = Comparator.comparing(Row::kind).thenComparing(Row::name);
    private static final Comparator<Cell> CELLS =
            Comparator.comparing(Cell::kind).thenComparing(Cell::name).thenComparing(Cell::platform);

    private final MatrixQuestion question;
    private final MatrixProgress progress;
    private final List<PairCells> pairs = new ArrayList<>();
    private final List<NotAlone> notAlone = new ArrayList<>();

    private MatrixMaker(MatrixQuestion question, MatrixProgress progress) {
        this.question = question;
        this.progress = progress;
    }

    /**
     * Makes it. The same question gives the same matrix, whatever the order of the catalogue's file and of the lists in the question.
     *
     * @param contents tells what images hold: each row is asked about once
     * @throws X as the reader of contents does
     */
    public static <X extends Exception> Matrix make(
            MatrixQuestion question, ContentReader<X> contents, MatrixProgress progress) throws X {
        return new MatrixMaker(question, progress).make(contents);
    }

    private <X extends Exception> Matrix make(ContentReader<X> contents) throws X {
        List<Cell> cells = merged(rows(), contents);
        CellLimit limit = new CellLimit(cells, pairs, question.mostCells());
        return new Matrix(
                question.catalog(), question.kinds(), limit.kept(), limit.leftOut(), limit.coverage(), notAlone);
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        if (question.kinds().contains(RowKind.PROFILES)) {
            question.profiles().forEach(resolution -> rows.add(new Row(RowKind.PROFILES, resolution)));
        }
        RowNames names = new RowNames(question.catalog());
        for (Platform platform : new TreeSet<>(question.platforms())) {
            if (question.kinds().contains(RowKind.FEATURES)) {
                SingleFeatures singles = SingleFeatures.of(question.catalog(), platform, names, progress);
                rows.addAll(singles.rows());
                notAlone.addAll(singles.impossible());
            }
            if (question.kinds().contains(RowKind.PAIRS)) {
                PairCells found = PairCells.of(
                        question.catalog(),
                        platform,
                        names,
                        (decided, all, count) -> progress.pairs(platform, decided, all, count));
                rows.addAll(found.rows());
                pairs.add(found);
            }
        }
        rows.sort(ROWS);
        return rows;
    }

    private <X extends Exception> List<Cell> merged(List<Row> rows, ContentReader<X> contents) throws X {
        Map<Content, List<Row>> alike = new LinkedHashMap<>();
        int read = 0;
        for (Row row : rows) {
            alike.computeIfAbsent(contents.read(row.resolution()), none -> new ArrayList<>())
                    .add(row);
            progress.rows(++read, rows.size());
        }
        List<Cell> cells = new ArrayList<>();
        alike.forEach((content, same) -> cells.add(new Cell(content, same)));
        cells.sort(CELLS);
        return cells;
    }
}
