package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.LinkGoal;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

import java.io.IOException;

/**
 * Links a runtime image that holds what a profile of the catalogue needs, and nothing besides; proves that it does, and
 * prints what it takes on disk. Where there is a <code>whittle.lock</code>, the image must be what that accepts. Modules come
 * from this project and its dependencies. Typed, it does nothing in projects that do not bind it, where others of the build do.
 */
@Mojo(
        name = "link",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class LinkMojo extends ImageMojo {
    /**
     * The id or the name of a cell of the matrix, to be linked in place of the profile: <code>whittle:matrix</code> tells them. Without a
     * platform it is looked for on all of them.
     */
    @Parameter(property = "whittle.cell")
    private String cell;

    /** A part of the matrix, to be linked in place of the profile, such as <code>2/5</code> for the second of five. */
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

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().info("this project links no image: nothing to link");
            return;
        }
        LinkGoal.run(request(cells(cell, shard, rows, maxRows, acceptCoverage)), new MavenProgress(getLog()));
    }
}
