package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.ValidateGoal;
import io.whittle.assembler.goal.ValidateRequest;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

import java.io.IOException;

/**
 * Looks at the catalogue as a whole, with all of its profiles: features that can never be in, requirements that others imply,
 * profiles that cannot be had, and more. Looks at the platforms that profiles are made for, unless others are named. Needs no
 * built module. In a reactor it runs once.
 */
@Mojo(name = "validate", requiresProject = false, aggregator = true, threadSafe = true)
public final class ValidateMojo extends WhittleMojo {
    /** Whether warnings fail the build as errors do. */
    @Parameter(property = "whittle.failOnWarnings", defaultValue = "false")
    private boolean failOnWarnings;

    @Override
    void run() throws GoalException, IOException {
        ValidateGoal.run(
                new ValidateRequest(catalog(), namedPlatforms(), output(), failOnWarnings),
                new MavenProgress(getLog()));
    }
}
