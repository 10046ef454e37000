package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.plan.JarPath;
import io.whittle.graph.cells.Matrix;
import io.whittle.graph.cells.Shard;
import io.whittle.graph.export.CiMatrix;
import io.whittle.graph.export.GithubMatrix;
import io.whittle.graph.export.MatrixJson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which images a CI run is about: each once, with the command that builds it alone, for services and for templates. */
public final class MatrixGoal {
    private static final Pattern OUTPUT_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private final MatrixRequest request;
    private final Progress progress;

    private MatrixGoal(MatrixRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException with everything that stands against it; then nothing is written
     */
    public static void run(MatrixRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        new Leftovers(request.output(), progress).clearIfNobodyBuilds();
        new MatrixGoal(request, progress).run();
    }

    private void run() throws GoalException, IOException, InterruptedException {
        OutputPlace.holdKept(request.output());
        List<String> faults = new ArrayList<>();
        Optional<Shard> shard = MatrixWords.shard(request.shard(), faults);
        request.github()
                .filter(github -> !OUTPUT_NAME.matcher(github.name()).matches())
                .ifPresent(github -> faults.add("whittle.matrixOutput is '" + github.name()
                        + "', which is no name of an output of GitHub Actions.\n"
                        + "  Take letters, digits, - and _, such as matrix."));
        Matrices matrices = Matrices.of(Resolutions.read(request.catalog()), request.scope(), faults, progress);
        Matrix matrix = request.built().isPresent()
                ? matrices.byPlans(source(request.built().get()))
                : matrices.byCatalog();
        Matrices.complain(matrix, request.scope(), progress);
        CiMatrix told =
                new CiMatrix(matrix, request.scope().of(matrix.catalog()), shard, request.carried(), request.bound());
        refuseTooMany(told);
        Optional<FilledMatrix> filled = FilledMatrix.of(request, told);
        Path file = request.output().resolve("matrix.json");
        WholeFile.write(file, MatrixJson.write(told).getBytes(StandardCharsets.UTF_8));
        MatrixLines.of(told).forEach(progress::say);
        progress.say("written to " + file);
        if (filled.isPresent()) {
            filled.get().write();
            progress.say("written to " + filled.get().file());
        }
        if (request.github().isPresent()) {
            add(request.github().get(), GithubMatrix.line(told));
        }
    }

    private PlannedContents.Source source(MatrixRequest.Built built) {
        return new PlannedContents.Source(
                new JarPath(built.path(), built.edges()),
                new Jdks(built.jdks(), progress),
                request.output(),
                built.ignoreSignatures());
    }

    private void refuseTooMany(CiMatrix told) throws GoalException {
        int cells = told.cells().size();
        if (request.github().isPresent() && cells > GithubMatrix.MOST) {
            int parts = (cells + GithubMatrix.MOST - 1) / GithubMatrix.MOST;
            throw new GoalException(List.of("The matrix has " + cells + " cells, and a job of GitHub Actions at most "
                    + GithubMatrix.MOST + ".\n"
                    + "  Share them among " + parts + " jobs with -Dwhittle.shard=1/" + parts
                    + " and so on, ask for fewer with -Dwhittle.rows, -Dwhittle.profile and -Dwhittle.platform, or give"
                    + " no output to GitHub with -Dwhittle.githubOutput= (nothing behind it)."));
        }
    }

    // Other outputs of the step stand there, and the last may lack the end of its line.
    private void add(MatrixRequest.Github github, String line) throws IOException {
        Files.writeString(
                github.file(),
                (endsWithinALine(github.file()) ? "\n" : "") + github.name() + "=" + line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        progress.say("output " + github.name() + " for GitHub Actions added to " + github.file());
    }

    private static boolean endsWithinALine(Path file) throws IOException {
        byte[] former = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        return former.length > 0 && former[former.length - 1] != '\n';
    }
}
