package io.whittle.assembler.goal;

import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.cells.ContentReader;
import io.whittle.graph.cells.Matrix;
import io.whittle.graph.cells.MatrixMaker;
import io.whittle.graph.cells.MatrixQuestion;
import io.whittle.graph.cells.ResolutionContent;
import io.whittle.graph.cells.RowKind;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Matrices of a catalogue, from a user's words. */
final class Matrices {
    private final FeatureCatalog catalog;
    private final MatrixQuestion question;
    private final Progress progress;

    private Matrices(FeatureCatalog catalog, MatrixQuestion question, Progress progress) {
        this.catalog = catalog;
        this.question = question;
        this.progress = progress;
    }

    /**
     * Reads what is asked, and resolves the profiles.
     *
     * @param faults what is wrong with the rest of the call: told with what is wrong here
     */
    static Matrices of(CatalogReading reading, MatrixScope scope, List<String> faults, Progress progress)
            throws GoalException {
        FeatureCatalog catalog = reading.catalog();
        MatrixWords words = MatrixWords.of(scope, catalog, faults);
        boolean wanted = words.kinds().contains(RowKind.PROFILES);
        List<Resolution> profiles =
                Resolutions.answers(catalog, wanted ? words.requests() : List.of(), Resolver::resolve, faults);
        LinkedHashSet<String> warnings = new LinkedHashSet<>();
        reading.warnings().forEach(notice -> warnings.add(notice.render(catalog.source(), "warning")));
        profiles.forEach(profile ->
                profile.warnings().forEach(notice -> warnings.add(notice.render(catalog.source(), "warning"))));
        warnings.forEach(progress::warn);
        return new Matrices(
                catalog,
                new MatrixQuestion(
                        catalog,
                        profiles,
                        words.platforms(),
                        words.kinds(),
                        scope.maxRows().orElse(Integer.MAX_VALUE)),
                progress);
    }

    /** The matrix as the catalogue alone tells it. */
    Matrix byCatalog() {
        return make(ResolutionContent::of);
    }

    /** The matrix of what would be linked. */
    Matrix byPlans(PlannedContents.Source source) throws IOException, InterruptedException {
        SortedSet<Platform> platforms = new TreeSet<>(question.platforms());
        question.profiles().forEach(profile -> platforms.add(profile.platform()));
        PlannedContents contents = PlannedContents.of(catalog, platforms, source, progress);
        Matrix matrix = make(contents::read);
        contents.warn();
        return matrix;
    }

    private <X extends Exception> Matrix make(ContentReader<X> contents) throws X {
        return MatrixMaker.make(question, contents, new MatrixTelling(progress, System::nanoTime));
    }

    /** Fails where a limit leaves out what nothing that is kept makes up for, unless that is accepted; then it warns. */
    static void complain(Matrix matrix, MatrixScope scope, Progress progress) throws GoalException {
        if (matrix.leftOut().isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        int all = matrix.cells().size() + matrix.leftOut().size();
        lines.add("whittle.maxRows is " + scope.maxRows().orElseThrow() + ", and the matrix has " + all + " cells: "
                + matrix.leftOut().size() + (matrix.leftOut().size() == 1 ? " is" : " are") + " left out.");
        matrix.coverage().stream()
                .filter(coverage -> !coverage.whole())
                .forEach(coverage -> lines.add("  " + MatrixLines.coverage(coverage)));
        if (matrix.coversAll()) {
            lines.forEach(progress::say);
            return;
        }
        if (scope.acceptCoverage()) {
            progress.warn(String.join("\n", lines));
            return;
        }
        lines.add(
                "  Raise whittle.maxRows, share the cells among runners with -Dwhittle.shard=1/2 and 2/2, or accept what is"
                        + " missing with -Dwhittle.acceptCoverage.");
        throw new GoalException(List.of(String.join("\n", lines)));
    }
}
