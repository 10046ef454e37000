package io.whittle.maven;

import io.whittle.assembler.goal.ExplainGoal;
import io.whittle.assembler.goal.ExplainRequest;
import io.whittle.assembler.goal.ExplainSubject;
import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.modules.PathEntry;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

import javax.inject.Inject;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Tells why a feature, a module or an artifact is in images or not, over profiles and platforms, and what would change that. A
 * feature takes no built module and no project, and in a reactor it is told once. Modules and artifacts are those of the
 * project, where it has been built in the same call: <code>mvn package whittle:explain -Dwhittle.module=java.desktop</code>. A
 * profile that cannot be had is explained, too.
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends WhittleMojo {
    /** The feature to explain. */
    @Parameter(property = "whittle.feature")
    private String feature;

    /** The module to explain. */
    @Parameter(property = "whittle.module")
    private String module;

    /** The artifact to explain, as <code>group:artifact[:classifier]</code>. */
    @Parameter(property = "whittle.artifact")
    private String artifact;

    /** The JDK whose modules would go into images. Default: the one that runs Maven. */
    @Parameter(property = "whittle.jdk", defaultValue = "${java.home}")
    private File jdk;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Inject
    private ProjectDependenciesResolver resolver;

    @Override
    void run() throws GoalException, IOException {
        ExplainSubject subject = ExplainSubject.of(
                Optional.ofNullable(feature), Optional.ofNullable(module), Optional.ofNullable(artifact));
        if (isAsked(subject)) {
            ExplainGoal.run(
                    new ExplainRequest(
                            catalog(),
                            profiles(),
                            namedPlatforms(),
                            output(),
                            subject,
                            subject.needsModules() ? path() : List.of(),
                            jdk.toPath()),
                    new MavenProgress(getLog()));
        }
    }

    // A feature is the same for all projects: it is told for the one at the top, or where that is left out for the
    // first.
    private boolean isAsked(ExplainSubject subject) {
        List<MavenProject> projects = session.getProjects();
        return subject.needsModules()
                ? LinkingProjects.isOne(project, projects, plugin)
                : project.equals(projects.stream()
                        .filter(MavenProject::isExecutionRoot)
                        .findFirst()
                        .orElse(projects.get(0)));
    }

    private List<PathEntry> path() throws GoalException {
        return ProjectModules.of(project, LateDependencies.of(project, session, resolver), session.getAllProjects());
    }
}
