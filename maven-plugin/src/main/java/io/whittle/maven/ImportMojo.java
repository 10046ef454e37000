package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.ImportGoal;
import io.whittle.assembler.goal.ImportRequest;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

import java.io.IOException;
import java.util.Optional;

/**
 * Makes a catalogue of a model in UVL, the Universal Variability Language, so that models of other tools can be resolved and
 * looked at here. Replaces no file. In a reactor it runs once.
 */
@Mojo(name = "import", requiresProject = false, aggregator = true, threadSafe = true)
public final class ImportMojo extends WhittleMojo {
    /** The model; a relative path begins in this project's folder, or else where Maven was started. */
    @Parameter(property = "whittle.uvl")
    private String uvl;

    /** The catalogue that is written; a relative path begins in this project's folder. */
    @Parameter(property = "whittle.to", defaultValue = "feature-tags.yaml")
    private String to;

    @Override
    void run() throws GoalException, IOException {
        ImportGoal.run(
                new ImportRequest(Optional.ofNullable(uvl).map(this::named), start().resolve(to)),
                new MavenProgress(getLog()));
    }
}
