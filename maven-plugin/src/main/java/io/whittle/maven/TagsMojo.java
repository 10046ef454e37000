package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.TagsGoal;
import io.whittle.assembler.goal.TagsRequest;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

import java.io.IOException;
import java.util.Optional;

/**
 * Spells what a profile comes to for a build that is not Java: as tags, or through a template of your own. Needs no built
 * module. In a reactor it runs once.
 */
@Mojo(name = "tags", requiresProject = false, aggregator = true, threadSafe = true)
public final class TagsMojo extends WhittleMojo {
    /** <code>closure</code> follows what features require; <code>allowlist</code> takes the named features alone. */
    @Parameter(property = "whittle.strategy", defaultValue = "closure")
    private String strategy;

    /**
     * A FreeMarker template that is filled in instead; a relative path begins in this project's folder, or else where Maven
     * was started.
     */
    @Parameter(property = "whittle.template")
    private String template;

    /**
     * The file that is made of the template; a relative path begins in this project's folder. Default: the template's name
     * without <code>.ftl</code>, in the folder of each profile and platform.
     */
    @Parameter(property = "whittle.templateOutput")
    private String templateOutput;

    @Override
    void run() throws GoalException, IOException {
        TagsGoal.run(
                new TagsRequest(
                        catalog(),
                        profiles(),
                        platforms(),
                        output(),
                        strategy,
                        Optional.ofNullable(template).map(this::named),
                        Optional.ofNullable(templateOutput).map(start()::resolve)),
                new MavenProgress(getLog()));
    }
}
