package io.whittle.maven;

import io.whittle.assembler.goal.ExportGoal;
import io.whittle.assembler.goal.ExportRequest;
import io.whittle.assembler.goal.GoalException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

import java.io.IOException;

/**
 * Writes the catalogue for other tools, or draws it; with a profile the picture shows what that comes to. Needs no built
 * module. In a reactor it runs once.
 */
@Mojo(name = "export", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExportMojo extends WhittleMojo {
    /**
     * <code>dot</code>, a picture for Graphviz: of the catalogue, or of each profile that is asked for.
     * <code>json</code>, the whole catalogue as a document.
     */
    @Parameter(property = "whittle.format", defaultValue = "dot")
    private String format;

    @Override
    void run() throws GoalException, IOException {
        ExportGoal.run(
                new ExportRequest(catalog(), format, profiles(), platforms(), output()), new MavenProgress(getLog()));
    }
}
