package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.LinkGoal;
import io.whittle.assembler.goal.LinkRequest;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

import java.io.File;
import java.io.IOException;

/**
 * Links a runtime image that holds what a profile of the catalogue needs, and nothing besides; proves that it does, and
 * prints what it takes on disk. Modules come from this project and its dependencies.
 */
@Mojo(
        name = "link",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class LinkMojo extends WhittleMojo {
    /** The JDK whose modules go into the image. Default: the one that runs Maven. */
    @Parameter(property = "whittle.jdk", defaultValue = "${java.home}")
    private File jdk;

    /** Links signed jars, without their signature; jlink refuses them otherwise. */
    @Parameter(property = "whittle.ignoreSignatures", defaultValue = "false")
    private boolean ignoreSignatures;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        LinkGoal.run(
                new LinkRequest(
                        project.getGroupId() + ":" + project.getArtifactId(),
                        catalog(),
                        profiles(),
                        platforms(),
                        ProjectModules.of(project),
                        jdk.toPath(),
                        output(),
                        ignoreSignatures,
                        plugin.getId(),
                        PluginFiles.of(plugin)),
                new MavenProgress(getLog()));
    }
}
