package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.MatrixScope;
import io.whittle.assembler.goal.ReportGoal;
import io.whittle.assembler.goal.ReportRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells what was built and whether it can be trusted: of each image whether what is declared was followed, what the code needs is declared, and it
 * does what was asked. Reads what other goals wrote, and starts nothing. Typed behind them, as in <code>mvn verify whittle:report</code>, or bound to
 * <code>verify</code> after them. With <code>whittle.results</code> it reads the results of all cells of a matrix, from wherever they ran, and
 * holds them against it. Fails where the report is red, after it was written. In a reactor it runs once.
 */
@Mojo(
        name = "report",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        aggregator = true,
        threadSafe = true)
public final class ReportMojo extends WhittleMojo {
    /**
     * Folders with the results of all cells of a matrix, separated by commas; a cell's documents may lie at any depth. A relative path begins in this
     * project's folder, or else where Maven was started. Default: none, for a report of this build.
     */
    @Parameter(property = "whittle.results")
    private String results;

    /**
     * The <code>matrix.json</code> that says which cells there should be; a relative path begins in this project's folder, or else where Maven was
     * started. Default: the one in the output folder, or among the results, or else a matrix that is made anew.
     */
    @Parameter(property = "whittle.matrix")
    private String matrix;

    /** The rows of a matrix that is made anew, and of images of a build: <code>profiles</code>, <code>features</code>, <code>pairs</code>. */
    @Parameter(property = "whittle.rows", defaultValue = "profiles")
    private String rows;

    /** How many cells a matrix that is made anew may have. */
    @Parameter(property = "whittle.maxRows")
    private Integer maxRows;

    /** Whether <code>whittle.maxRows</code> may leave cells out. */
    @Parameter(property = "whittle.acceptCoverage", defaultValue = "false")
    private boolean acceptCoverage;

    /** The lines of defence that must be green, separated by commas: <code>resolve</code>, <code>audit</code>, <code>check</code>. */
    @Parameter(property = "whittle.lines", defaultValue = "resolve,audit,check")
    private String lines;

    /**
     * The file of the accepted state; a relative path begins in this project's folder, or else where Maven was started.
     * Default: <code>whittle.lock</code> beside the catalogue.
     */
    @Parameter(property = "whittle.lockFile")
    private String lockFile;

    /** By how many percent the size of an image may move before that is a difference. */
    @Parameter(property = "whittle.lockTolerance", defaultValue = "1")
    private String lockTolerance;

    /** The file to which the summary is added. Default: the one that GitHub Actions names; nowhere else any. */
    @Parameter(property = "whittle.stepSummary", defaultValue = "${env.GITHUB_STEP_SUMMARY}")
    private String stepSummary;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Override
    void run() throws GoalException, IOException {
        Path catalog = catalog();
        ReportGoal.run(
                new ReportRequest(
                        catalog,
                        LinkingProjects.outputs(session, plugin, output()),
                        words(results).stream().map(this::named).toList(),
                        Optional.ofNullable(matrix).map(this::named),
                        new MatrixScope(
                                profiles(), namedPlatforms(), words(rows), RowsMojo.most(maxRows), acceptCoverage),
                        CarriedArguments.of(session),
                        lockFile == null ? catalog.resolveSibling("whittle.lock") : named(lockFile),
                        lockTolerance,
                        words(lines),
                        output(),
                        plugin.getVersion(),
                        Optional.ofNullable(stepSummary)
                                .filter(file -> !file.isBlank() && !file.contains("${"))
                                .map(Path::of)),
                new MavenProgress(getLog()));
    }
}
