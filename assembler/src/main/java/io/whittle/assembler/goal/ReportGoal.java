package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFiles;
import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.LockException;
import io.whittle.assembler.lock.LockReader;
import io.whittle.assembler.lock.Tolerance;
import io.whittle.assembler.report.BuiltImage;
import io.whittle.assembler.report.ExpectedImage;
import io.whittle.assembler.report.Report;
import io.whittle.assembler.report.ReportInput;
import io.whittle.assembler.report.ReportMaker;
import io.whittle.assembler.report.ReportMarkdown;
import io.whittle.assembler.report.Results;
import io.whittle.assembler.report.State;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Tells what was built and whether it can be trusted: of the images of a build, or of all cells of a matrix, from wherever they ran. */
public final class ReportGoal {
    /** Below the output folder. */
    static final String FOLDER = "report";

    private static final List<String> LINES = List.of("resolve", "audit", "check");

    private final ReportRequest request;
    private final Progress progress;
    private final FeatureCatalog catalog;
    private final Optional<Lock> lock;
    private final Tolerance tolerance;

    private ReportGoal(
            ReportRequest request,
            Progress progress,
            FeatureCatalog catalog,
            Optional<Lock> lock,
            Tolerance tolerance) {
        this.request = request;
        this.progress = progress;
        this.catalog = catalog;
        this.lock = lock;
        this.tolerance = tolerance;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException when the report is red, after all of it was written; or when the call is wrong, before anything is
     */
    public static void run(ReportRequest request, Progress progress) throws GoalException, IOException {
        new Leftovers(request.output(), progress).clearIfNobodyBuilds();
        List<String> faults = new ArrayList<>();
        if (request.lines().isEmpty()) {
            faults.add("whittle.lines names no line of defence, so that nothing could be red.\n  Take "
                    + String.join(", ", LINES) + ", one or several separated by commas.");
        }
        request.lines().stream()
                .filter(line -> !LINES.contains(line))
                .forEach(line -> faults.add("whittle.lines names '" + line + "', which is no line of defence.\n  Take "
                        + String.join(", ", LINES) + ", one or several separated by commas."));
        request.results().stream()
                .filter(folder -> !Files.isDirectory(folder))
                .forEach(
                        folder -> faults.add(
                                "whittle.results names " + folder
                                        + ", which is no folder.\n  Name the folders into which the results of the cells were unpacked."));
        Optional<Tolerance> tolerance = Tolerance.parse(request.tolerance());
        if (tolerance.isEmpty()) {
            faults.add("whittle.lockTolerance is '" + request.tolerance() + "', which is no percentage.\n"
                    + "  Write a number from 0 to 999, such as 1 or 0.5.");
        }
        Optional<Lock> lock = Optional.empty();
        try {
            lock = LockReader.read(request.lock());
        } catch (LockException unusable) {
            faults.add(unusable.getMessage());
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        CatalogReading reading = Resolutions.read(request.catalog());
        new ReportGoal(request, progress, reading.catalog(), lock, tolerance.orElseThrow()).run(reading);
    }

    private void run(CatalogReading reading) throws GoalException, IOException {
        Path folder = OutputPlace.below(request.output(), FOLDER);
        boolean isBuild = request.results().isEmpty();
        ReportScope scope = new ReportScope(request, reading, progress);
        Results results = isBuild ? scope.ofBuild() : scope.ofCells();
        List<ExpectedImage> expected = isBuild ? scope.ofBuild(results) : scope.cells(results);
        results = results.withFaults(scope.faults());
        if (isBuild && results.images().isEmpty() && expected.isEmpty()) {
            List<String> platforms = request.scope().platforms();
            throw new GoalException(List.of("There is nothing to report: no image"
                    + (platforms.isEmpty() ? "" : " for " + String.join(" or ", platforms))
                    + " stands in "
                    + String.join(
                            ", ", request.outputs().stream().map(Path::toString).toList())
                    + ".\n  Link and ask some before: mvn verify whittle:report; or name the results of a matrix with"
                    + " -Dwhittle.results=<folder>."));
        }
        ReportMaker.Made made = ReportMaker.make(input(results, expected, folder));
        SortedMap<String, String> files = ReportFiles.of(made, catalog);
        WholeFiles.write(folder, files);
        if (isBuild) {
            for (BuiltImage image : made.report().images()) {
                WholeFiles.write(results.folder(image.key()), ReportFiles.of(made.of(image), catalog));
            }
        }
        Report report = made.report();
        if (request.summary().isPresent()) {
            new StepSummary(request.summary().get(), progress).add(report);
        }
        ReportMarkdown.lines(report).forEach(progress::say);
        progress.say("written to " + folder + ": " + String.join(", ", files.keySet()));
        if (report.verdict() == State.RED) {
            throw new GoalException(List.of(red(report, folder)));
        }
    }

    private ReportInput input(Results results, List<ExpectedImage> expected, Path folder) {
        return new ReportInput(
                request.results().isEmpty() ? Report.Kind.BUILD : Report.Kind.MATRIX,
                catalog,
                results,
                expected,
                lock,
                tolerance,
                request.lines(),
                request.version(),
                folder);
    }

    private static String red(Report report, Path folder) {
        Stream<String> missing = report.missing().stream()
                .map(cell -> cell.name() + " for " + cell.platform() + " is missing: " + cell.command());
        Stream<String> faults = report.faults().stream()
                .map(fault -> fault.text()
                        + fault.command().map(command -> ": " + command).orElse(""));
        Stream<String> lines = report.images().stream()
                .flatMap(image -> image.lines().byName().entrySet().stream()
                        .filter(line -> report.mustBeGreen().contains(line.getKey())
                                && line.getValue().state() != State.GREEN)
                        .map(line -> image.name() + " for " + image.platform() + ", " + line.getKey() + " "
                                + line.getValue().state() + ": "
                                + line.getValue().says()));
        List<String> all =
                Stream.of(missing, faults, lines).flatMap(each -> each).toList();
        List<String> told = new ArrayList<>(all.subList(0, Math.min(20, all.size())));
        if (all.size() > told.size()) {
            told.add("and " + (all.size() - told.size()) + " more");
        }
        return "The report is red; all of it stands in " + folder + ".\n  " + String.join("\n  ", told)
                + "\n  Lines of defence that are not meant to be there are left out with -Dwhittle.lines=resolve,check.";
    }
}
