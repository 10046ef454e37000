package io.whittle.maven;

import io.whittle.assembler.goal.AfterLink;
import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.LinkRequest;
import io.whittle.assembler.goal.LockUse;
import io.whittle.assembler.modules.PathEntry;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

import javax.inject.Inject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goals that link images share. */
abstract class ImageMojo extends CellsMojo {
    /**
     * Artifacts that are put behind modules for this call, before what the catalogue's profiles say, each as
     * <code>module=group:artifact[:classifier]</code>; several are separated by commas. They must be dependencies of the
     * project.
     */
    @Parameter(property = "whittle.replace")
    private String replace;

    /** Links signed jars, without their signature; jlink refuses them otherwise. */
    @Parameter(property = "whittle.ignoreSignatures", defaultValue = "false")
    private boolean ignoreSignatures;

    /**
     * The file of the accepted state; a relative path begins in this project's folder, or else where Maven was started.
     * Default: <code>whittle.lock</code> beside the catalogue.
     */
    @Parameter(property = "whittle.lockFile")
    private String lockFile;

    /** By how many percent the size of an image may move before that is a difference. */
    @Parameter(property = "whittle.lockTolerance", defaultValue = "1")
    private String lockTolerance;

    /**
     * Links each image a second time and fails where the two are not the same, file by file; of <code>lib/modules</code> it names the
     * resources that differ. An image that was found to be so, and has not changed since, is not linked again.
     */
    @Parameter(property = "whittle.verifyReproducible", defaultValue = "false")
    private boolean verifyReproducible;

    /**
     * By platform, spelt with hyphens: what goes before <code>bin/java</code> of an image that this machine does not run by
     * itself, such as <code>&lt;linux-arm64&gt;qemu-aarch64-static -L /opt/sysroot&lt;/linux-arm64&gt;</code>. What has spaces
     * goes in quotes.
     */
    @Parameter
    private Map<String, String> runners;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Inject
    private ProjectDependenciesResolver resolver;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Images of profiles, or of cells where these are asked for. */
    final LinkRequest request() throws GoalException {
        LockCall call = new LockCall(session().getRequest(), plugin);
        List<PathEntry> path = ProjectModules.of(project, session().getAllProjects());
        return new LinkRequest(
                project.getGroupId() + ":" + project.getArtifactId(),
                catalog(),
                profiles(),
                platforms(),
                path,
                new PomEdges(List.of(project), session(), resolver, path),
                jdks(),
                output(),
                words(replace),
                ignoreSignatures,
                new LockUse(
                        Optional.ofNullable(lockFile).map(this::named),
                        !call.isPartOfThisBuild(),
                        lockTolerance,
                        call.command(execution)),
                plugin.getId(),
                PluginFiles.of(plugin),
                new AfterLink(QuotedWords.ofEach(sorted(runners)), verifyReproducible),
                cells(),
                linking());
    }

    /** Images of profiles, for goals that do not know what to do with cells. */
    final LinkRequest requestOfProfiles() throws GoalException {
        requireNoCells(execution.getGoal());
        return request();
    }

    final MavenProject project() {
        return project;
    }

    /** The project's test classes, and all that they need. */
    final List<Path> testPath() {
        List<Path> path = new ArrayList<>(List.of(
                Path.of(project.getBuild().getTestOutputDirectory()),
                Path.of(project.getBuild().getOutputDirectory())));
        project.getArtifacts().forEach(artifact -> path.add(artifact.getFile().toPath()));
        return path;
    }

    /** How many checks run at a time, where the user may have said so. */
    static int parallelism(Integer asked) {
        return Math.max(1, asked != null ? asked : Runtime.getRuntime().availableProcessors() / 2);
    }

    /** Whether this project is among those whose images the build is about. */
    final boolean linksImages() {
        return LinkingProjects.isOne(project, session().getProjects(), plugin);
    }
}
