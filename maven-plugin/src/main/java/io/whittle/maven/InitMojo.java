package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.InitGoal;
import io.whittle.assembler.goal.InitRequest;
import io.whittle.assembler.modules.PathEntry;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

import javax.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a first catalogue for a project that has none: a feature for each of its modules, with the requirements and capabilities that
 * its code shows, launchers for main classes, and two profiles. Wants the modules built in the same call: <code>mvn package
 * whittle:init</code>. Replaces no file. In a reactor it runs once, over all projects of the call.
 */
@Mojo(name = "init", aggregator = true, threadSafe = true)
public final class InitMojo extends JdkMojo {
    /** The catalogue that is written; a relative path begins in the folder of the build's top project. */
    @Parameter(property = "whittle.to", defaultValue = "feature-tags.yaml")
    private String to;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Inject
    private ProjectDependenciesResolver resolver;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        Map<MavenProject, List<PathEntry>> paths = paths();
        Set<PathEntry> all = new LinkedHashSet<>();
        paths.values().forEach(all::addAll);
        InitGoal.run(
                new InitRequest(
                        Path.of(session().getExecutionRootDirectory()).resolve(to),
                        session().getTopLevelProject().getArtifactId(),
                        List.copyOf(all),
                        jdks(),
                        output(),
                        linking(paths, own(all)),
                        LinkingProjects.isBound(session(), plugin),
                        plugin.getVersion()),
                new MavenProgress(getLog()));
    }

    private Map<MavenProject, List<PathEntry>> paths() throws GoalException {
        Map<MavenProject, List<PathEntry>> paths = new LinkedHashMap<>();
        for (MavenProject project : session().getProjects()) {
            paths.put(
                    project,
                    ProjectModules.of(
                            project,
                            LateDependencies.of(project, session(), resolver),
                            session().getAllProjects()));
        }
        return paths;
    }

    /** The last of those that have everything: the ones it is made of come before. */
    private static Optional<String> linking(Map<MavenProject, List<PathEntry>> paths, Set<String> own) {
        return paths.entrySet().stream()
                .filter(entry -> own(entry.getValue()).containsAll(own))
                .map(entry -> entry.getKey().getArtifactId())
                .reduce((earlier, later) -> later);
    }

    private static Set<String> own(Collection<PathEntry> path) {
        return path.stream().filter(PathEntry::own).map(PathEntry::label).collect(Collectors.toSet());
    }
}
