package io.whittle.maven;

import io.whittle.assembler.goal.ExplainGoal;
import io.whittle.assembler.goal.ExplainRequest;
import io.whittle.assembler.goal.ExplainSubject;
import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.modules.PathEntry;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;

import javax.inject.Inject;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Tells why a feature, a module or an artifact is in images or not, over profiles and platforms, and what would change that. In a
 * reactor it runs once. A feature takes no built module and no project. Modules and artifacts are those of the projects that
 * link, built in the same call: <code>mvn package whittle:explain -Dwhittle.module=java.desktop</code>. A
 * profile that cannot be had is explained, too.
 */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExplainMojo extends JdkMojo {
    /** The feature to explain. */
    @Parameter(property = "whittle.feature")
    private String feature;

    /** The module to explain. */
    @Parameter(property = "whittle.module")
    private String module;

    /** The artifact to explain, as <code>group:artifact[:classifier]</code>. */
    @Parameter(property = "whittle.artifact")
    private String artifact;

    /** The use of one feature by another to explain, as <code>feature:feature</code>; the first may be <code>base</code>. */
    @Parameter(property = "whittle.edge")
    private String edge;

    /**
     * Artifacts that are put behind modules for this call, before what the catalogue's profiles say, each as
     * <code>module=group:artifact[:classifier]</code>; several are separated by commas.
     */
    @Parameter(property = "whittle.replace")
    private String replace;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Inject
    private ProjectDependenciesResolver resolver;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        ExplainSubject subject = ExplainSubject.of(
                Optional.ofNullable(feature),
                Optional.ofNullable(module),
                Optional.ofNullable(artifact),
                Optional.ofNullable(edge));
        List<PathEntry> path = subject.needsModules() ? LinkingProjects.path(session(), plugin, resolver) : List.of();
        ExplainGoal.run(
                new ExplainRequest(
                        catalog(),
                        profiles(),
                        namedPlatforms(),
                        output(),
                        subject,
                        path,
                        new PomEdges(LinkingProjects.of(session(), plugin), session(), resolver, path),
                        words(replace),
                        jdks()),
                new MavenProgress(getLog()));
    }
}
