package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.ResolveGoal;
import io.whittle.assembler.goal.ResolveRequest;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

import java.io.IOException;

/**
 * Tells what a profile of the catalogue comes to: every feature, in or out, with its reason. Needs no built module. In a
 * reactor it runs once.
 */
@Mojo(name = "resolve", requiresProject = false, aggregator = true, threadSafe = true)
public final class ResolveMojo extends WhittleMojo {
    /**
     * <code>closure</code> follows what features require; <code>allowlist</code> takes the named features alone, as a plain
     * list of tags would, and lists each requirement that this breaks.
     */
    @Parameter(property = "whittle.strategy", defaultValue = "closure")
    private String strategy;

    @Override
    void run() throws GoalException, IOException {
        ResolveGoal.run(
                new ResolveRequest(catalog(), profiles(), platforms(), output(), strategy),
                new MavenProgress(getLog()));
    }
}
