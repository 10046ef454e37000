package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.ProbeGoal;
import io.whittle.assembler.goal.ProbeRequest;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Looks for dependencies that nobody declared and no check has failed on yet. Links a few small images in which every two public features
 * are met, one in and the other out, and runs every applicable check in them; where one fails that passes in the superset, tells which
 * feature is missing and what to add to the catalogue, and fails. Typed behind a phase: <code>mvn package whittle:probe</code>. Images are
 * made for the machine that Maven runs on, and deleted again. Where projects of the build bind <code>whittle:link</code>, it does nothing in
 * the others. The profile of other goals is not looked at.
 */
@Mojo(name = "probe", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class ProbeMojo extends ImageMojo {
    /** The profile that has what checks may need. It is asked first, and a check that fails there is left out. */
    @Parameter(property = "whittle.superset", defaultValue = "full")
    private String superset;

    /** How many rows of features, an image each, are asked at most. Default: as many as it takes to meet all pairs. */
    @Parameter(property = "whittle.probeRows")
    private Integer probeRows;

    /** After so many minutes no further row is begun. Default: none is too late. */
    @Parameter(property = "whittle.probeMinutes")
    private Integer probeMinutes;

    /** How many checks run at a time. Default: half as many as there are processors. */
    @Parameter(property = "whittle.parallelChecks")
    private Integer parallelChecks;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().debug("this project links no image: nothing to probe");
            return;
        }
        ProbeGoal.run(
                new ProbeRequest(
                        requestOfProfiles(),
                        superset,
                        testPath(),
                        parallelism(parallelChecks),
                        limit(probeRows),
                        limit(probeMinutes)),
                new MavenProgress(getLog()));
    }

    private static OptionalInt limit(Integer limit) {
        return Stream.ofNullable(limit).mapToInt(Integer::intValue).findFirst();
    }
}
