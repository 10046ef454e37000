package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.LintTagsGoal;
import io.whittle.assembler.goal.LintTagsRequest;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

import java.io.IOException;
import java.util.Optional;

/**
 * Says what is wrong with a list of tags that was written by hand: which declared edges it breaks, which tags no feature
 * knows, and which features it leaves on. In a reactor it runs once.
 */
@Mojo(name = "lint-tags", requiresProject = false, aggregator = true, threadSafe = true)
public final class LintTagsMojo extends WhittleMojo {
    /** The file with the list; a relative path begins in this project's folder, or else where Maven was started. */
    @Parameter(property = "whittle.tags")
    private String tags;

    /** The list itself, in place of a file. */
    @Parameter(property = "whittle.tagList")
    private String tagList;

    /** Whether errors make the build fail. */
    @Parameter(property = "whittle.failOnFindings", defaultValue = "true")
    private boolean failOnFindings;

    @Override
    void run() throws GoalException, IOException {
        LintTagsGoal.run(
                new LintTagsRequest(
                        catalog(),
                        Optional.ofNullable(tags).map(this::named),
                        Optional.ofNullable(tagList),
                        profiles(),
                        platforms(),
                        output(),
                        failOnFindings),
                new MavenProgress(getLog()));
    }
}
