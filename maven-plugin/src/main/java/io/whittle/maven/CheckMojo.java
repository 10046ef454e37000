package io.whittle.maven;

import io.whittle.assembler.goal.CheckGoal;
import io.whittle.assembler.goal.GoalException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

import java.io.IOException;

/**
 * Starts the linked image and asks it what the checks of the catalogue ask; fails where an answer is not the expected one, or a check cannot
 * be run. Bound to <code>verify</code> where a pom asks for it, or typed behind a phase: <code>mvn package whittle:check</code>. Links first
 * where no image stands as it would be linked. Where projects of the build bind <code>whittle:link</code>, it does nothing in the others.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class CheckMojo extends CheckingMojo {
    /**
     * The id or the name of a cell of the matrix, to be linked and asked in place of the profile: <code>whittle:matrix</code> tells them. Without a
     * platform it is looked for on all of them.
     */
    @Parameter(property = "whittle.cell")
    private String cell;

    /** A part of the matrix, to be linked and asked in place of the profile, such as <code>2/5</code> for the second of five. */
    @Parameter(property = "whittle.shard")
    private String shard;

    /**
     * The rows of the matrix that <code>whittle.cell</code> or <code>whittle.shard</code> is about: <code>profiles</code>,
     * <code>features</code>, <code>pairs</code>. Default: all of them for a cell, profiles for a part.
     */
    @Parameter(property = "whittle.rows")
    private String rows;

    /** How many cells the matrix of <code>whittle.shard</code> may have. */
    @Parameter(property = "whittle.maxRows")
    private Integer maxRows;

    /** Whether <code>whittle.maxRows</code> may leave cells out. */
    @Parameter(property = "whittle.acceptCoverage", defaultValue = "false")
    private boolean acceptCoverage;

    /** How many checks run at a time. Default: half as many as there are processors. */
    @Parameter(property = "whittle.parallelChecks")
    private Integer parallelChecks;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().info("this project links no image: nothing to check");
            return;
        }
        CheckGoal.run(
                checking(parallelism(parallelChecks), cells(cell, shard, rows, maxRows, acceptCoverage)),
                new MavenProgress(getLog()));
    }
}
