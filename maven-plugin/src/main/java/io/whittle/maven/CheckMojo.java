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
    /** How many checks run at a time. Default: half as many as there are processors. */
    @Parameter(property = "whittle.parallelChecks")
    private Integer parallelChecks;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().debug("this project links no image: nothing to check");
            return;
        }
        CheckGoal.run(checking(request(), parallelism(parallelChecks)), new MavenProgress(getLog()));
    }
}
