package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.modules.PathEntry;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.util.xml.Xpp3Dom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which projects of a build link images. A goal that is typed runs in all of them, also in those that merely hold modules of
 * an image.
 */
final class LinkingProjects {
    private LinkingProjects() {}

    /** Whether the project binds the link; where none of the build does, each is as good as any other. */
    static boolean isOne(MavenProject project, List<MavenProject> ofBuild, PluginDescriptor plugin) {
        String key = plugin.getGroupId() + ":" + plugin.getArtifactId();
        return binds(project, key) || ofBuild.stream().noneMatch(other -> binds(other, key));
    }

    /** All of them. */
    static List<MavenProject> of(MavenSession session, PluginDescriptor plugin) {
        return session.getProjects().stream()
                // Outside of any project Maven makes one up, without a file.
                .filter(project -> project.getFile() != null)
                .filter(project -> isOne(project, session.getProjects(), plugin))
                .toList();
    }

    /** The module path of all of them together, for a goal that runs once, behind all projects of the build. */
    static List<PathEntry> path(MavenSession session, PluginDescriptor plugin, ProjectDependenciesResolver resolver)
            throws GoalException {
        Set<PathEntry> path = new LinkedHashSet<>();
        for (MavenProject project : of(session, plugin)) {
            path.addAll(ProjectModules.of(
                    project, LateDependencies.of(project, session, resolver), session.getAllProjects()));
        }
        return List.copyOf(path);
    }

    /** What poms say of the profile or the platform in such a way that no call can say otherwise, in words. */
    static List<String> pinned(List<MavenProject> projects, PluginDescriptor plugin) {
        List<String> pinned = new ArrayList<>();
        for (MavenProject project : projects) {
            Plugin declared = project.getPlugin(plugin.getGroupId() + ":" + plugin.getArtifactId());
            if (declared != null && declared.getConfiguration() instanceof Xpp3Dom configuration) {
                for (String name : List.of("profile", "platform")) {
                    if (configuration.getChild(name) != null) {
                        pinned.add("The pom of " + project.getArtifactId() + " sets " + name
                                + " under configuration, where Maven lets no call override it: commands of single images"
                                + " come to that " + name + " there.\n"
                                + "  Set it under properties instead: <whittle." + name + ">"
                                + configuration.getChild(name).getValue() + "</whittle." + name + ">");
                    }
                }
            }
        }
        return pinned;
    }

    private static boolean binds(MavenProject project, String key) {
        Plugin declared = project.getPlugin(key);
        return declared != null
                && declared.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().contains("link"));
    }
}
