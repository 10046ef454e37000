package io.whittle.maven;

import io.whittle.assembler.goal.BisectGoal;
import io.whittle.assembler.goal.BisectRequest;
import io.whittle.assembler.goal.GoalException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

import java.io.IOException;
import java.util.Optional;

/**
 * Finds the smallest set of features, or of modules of the JDK, without which a check fails in the image of a profile, and the edit that
 * declares it: <code>mvn package whittle:bisect -Dwhittle.check=name -Dwhittle.profile=small</code>. Links the image first where it
 * does not stand as it would be linked, and throwaway images to try sets in.
 */
@Mojo(name = "bisect", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class BisectMojo extends CheckingMojo {
    /** The profile whose features may be what is missing. Default: all features, where the catalogue has no <code>full</code>. */
    @Parameter(property = "whittle.superset", defaultValue = "full")
    private String superset;

    /** What is looked for: <code>features</code>, modules of the JDK (<code>jdk</code>), or <code>both</code>. */
    @Parameter(property = "whittle.over", defaultValue = "both")
    private String over;

    /** How often a set that fails is tried before it counts as failing. Default: as often as the check says. */
    @Parameter(property = "whittle.attempts")
    private Integer attempts;

    /** Adds what is missing to the catalogue, and keeps the rest of it as it is. */
    @Parameter(property = "whittle.fix", defaultValue = "false")
    private boolean fix;

    /** The feature at which it is added. Default: the one that the check proves, needs or starts, where it is one. */
    @Parameter(property = "whittle.feature")
    private String feature;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().debug("this project links no image: nothing to bisect");
            return;
        }
        BisectGoal.run(
                new BisectRequest(
                        checking(requestOfProfiles(), 1),
                        superset,
                        over,
                        Optional.ofNullable(attempts),
                        fix,
                        Optional.ofNullable(feature)),
                new MavenProgress(getLog()));
    }
}
