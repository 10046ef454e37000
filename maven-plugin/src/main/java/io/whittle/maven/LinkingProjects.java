package io.whittle.maven;

import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

import java.util.List;

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

    private static boolean binds(MavenProject project, String key) {
        Plugin declared = project.getPlugin(key);
        return declared != null
                && declared.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().contains("link"));
    }
}
