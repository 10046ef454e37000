package io.whittle.assembler.goal;

import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.cells.Cell;
import io.whittle.graph.cells.Matrix;
import io.whittle.graph.cells.Row;
import io.whittle.graph.cells.RowKind;
import io.whittle.graph.cells.Shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** The cells that are linked in place of profiles: the matrix is made anew, and they are looked up in it. */
final class ChosenCells {
    private final LinkRequest request;
    private final CellChoice choice;
    private final Jdks jdks;
    private final Progress progress;

    private ChosenCells(LinkRequest request, CellChoice choice, Jdks jdks, Progress progress) {
        this.request = request;
        this.choice = choice;
        this.jdks = jdks;
        this.progress = progress;
    }

    /** The images of the cells. */
    static AskedImages of(LinkRequest request, CellChoice choice, Jdks jdks, Progress progress)
            throws GoalException, IOException, InterruptedException {
        return new ChosenCells(request, choice, jdks, progress).images();
    }

    private AskedImages images() throws GoalException, IOException, InterruptedException {
        CatalogReading reading = Replacing.read(request.catalog(), request.replace());
        List<String> faults = new ArrayList<>();
        Optional<Shard> shard = MatrixWords.shard(choice.shard(), faults);
        if (choice.cell().isPresent() && choice.shard().isPresent()) {
            faults.add("whittle.cell and whittle.shard are both given.\n" + "  Name one cell, or take a part of all.");
        }
        Matrices matrices = Matrices.of(reading, scope(), faults, progress);
        if (choice.cell().isPresent()) {
            return AskedImages.ofCells(
                    reading.catalog(), named(matrices, choice.cell().get()));
        }
        // Not by plans: runners with other JDKs would deal otherwise, and a cell could be in no part.
        Matrix matrix = matrices.byCatalog();
        Matrices.complain(matrix, choice.scope(), progress);
        List<Cell> cells = shard.map(part -> part.of(matrix.cells())).orElse(matrix.cells());
        progress.say(shard.map(part -> "part " + part + " of the matrix has " + cells.size() + " of ")
                        .orElse("the matrix has ")
                + matrix.cells().size() + " images");
        return AskedImages.ofCells(reading.catalog(), cells);
    }

    // An id says nothing of the profiles and the limit that the matrix was told with.
    private MatrixScope scope() {
        MatrixScope asked = choice.scope();
        List<String> every = Arrays.stream(RowKind.values()).map(RowKind::word).toList();
        if (choice.cell().isPresent()) {
            return new MatrixScope(
                    List.of(),
                    asked.platforms(),
                    asked.rows().isEmpty() ? every : asked.rows(),
                    OptionalInt.empty(),
                    false);
        }
        return asked.rows().isEmpty()
                ? new MatrixScope(
                        asked.profiles(),
                        asked.platforms(),
                        List.of(RowKind.PROFILES.word()),
                        asked.maxRows(),
                        asked.acceptCoverage())
                : asked;
    }

    // Whether rows were told apart by plans or by the catalogue alone is not known of an id.
    private List<Cell> named(Matrices matrices, String cell) throws GoalException, IOException, InterruptedException {
        Matrix byCatalog = matrices.byCatalog();
        List<Cell> found = find(byCatalog, cell);
        if (found.isEmpty()) {
            Matrix byPlans = matrices.byPlans(planned());
            found = find(byPlans, cell);
            if (found.isEmpty()) {
                throw new GoalException(List.of(unknown(cell, byCatalog, byPlans)));
            }
        }
        return found;
    }

    private static List<Cell> find(Matrix matrix, String cell) {
        return matrix.cells().stream()
                .filter(each -> each.id().equals(cell)
                        || each.rows().stream().map(Row::name).anyMatch(cell::equals))
                .toList();
    }

    private String unknown(String cell, Matrix byCatalog, Matrix byPlans) {
        SortedSet<String> known = new TreeSet<>();
        for (Matrix matrix : List.of(byCatalog, byPlans)) {
            matrix.cells().forEach(each -> {
                known.add(each.id());
                each.rows().forEach(row -> known.add(row.name()));
            });
        }
        String rows = String.join(",", byCatalog.kindWords());
        return "whittle.cell is '" + cell + "', and of the " + byCatalog.cells().size() + " cells of " + rows + " in "
                + request.catalog() + " none has that id or name"
                + new NearestName()
                        .to(cell, known)
                        .map(nearest -> ": did you mean " + nearest + "?")
                        .orElse(".")
                + "\n  An id is a hash of what an image holds: if the catalogue or a dependency has changed since, so has the"
                + " id.\n  List them: mvn whittle:matrix -Dwhittle.rows=" + rows
                + choice.scope().platforms().stream()
                        .findFirst()
                        .map(first -> " -Dwhittle.platform="
                                + String.join(",", choice.scope().platforms()))
                        .orElse("");
    }

    private PlannedContents.Source planned() {
        return new PlannedContents.Source(request.jars(), jdks, request.output(), request.ignoreSignatures());
    }
}
