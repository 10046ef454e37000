package io.whittle.maven;

import io.whittle.assembler.goal.AuditGoal;
import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.modules.PathEntry;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.util.xml.Xpp3Dom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /** Whether any project of the build binds it. */
    static boolean isBound(MavenSession session, PluginDescriptor plugin) {
        String key = plugin.getGroupId() + ":" + plugin.getArtifactId();
        return session.getProjects().stream().anyMatch(project -> binds(project, key));
    }

    /** All of them. */
    static List<MavenProject> of(MavenSession session, PluginDescriptor plugin) {
        return session.getProjects().stream()
                .filter(LinkingProjects::isOnDisk)
                .filter(project -> isOne(project, session.getProjects(), plugin))
                .toList();
    }

    /**
     * Where a build leaves its documents: the folder of the goal's own project, then those of the projects that link images, then all others, in which
     * an audit may be bound, and that of the top of the build, where a typed one leaves its own, also where -pl leaves the top out.
     */
    static List<Path> outputs(MavenSession session, PluginDescriptor plugin, Path own) {
        Set<Path> outputs = new LinkedHashSet<>(List.of(own));
        Stream.concat(
                        of(session, plugin).stream(),
                        Stream.concat(
                                        session.getProjects().stream(),
                                        session.getAllProjects().stream().filter(MavenProject::isExecutionRoot))
                                .filter(LinkingProjects::isOnDisk))
                .forEach(project -> outputs.add(Path.of(project.getBuild().getDirectory(), "whittle")));
        return List.copyOf(outputs);
    }

    /**
     * Where the one project that links images keeps what its code says; empty where several do, or none has read any code yet. A goal that looks
     * at all of the build sees the same code then, and need not read it again.
     */
    static Optional<Path> read(MavenSession session, PluginDescriptor plugin) {
        List<MavenProject> projects = of(session, plugin);
        return projects.size() == 1
                ? Optional.of(Path.of(projects.get(0).getBuild().getDirectory(), "whittle"))
                        .filter(AuditGoal::hasRead)
                : Optional.empty();
    }

    // Outside of any project Maven makes one up, without a file.
    private static boolean isOnDisk(MavenProject project) {
        return project.getFile() != null;
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
