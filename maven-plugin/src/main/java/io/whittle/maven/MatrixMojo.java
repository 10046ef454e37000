package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.MatrixGoal;
import io.whittle.assembler.goal.MatrixRequest;
import io.whittle.assembler.modules.PathEntry;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;

import javax.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells which images a CI run is about: profiles on their platforms and, where asked for, each public feature alone, and few rows in which every
 * two features are met. Rows of one image are told once. Writes <code>matrix.json</code>, an output for GitHub Actions where it runs there, and
 * what a template of your own makes of it; prints the command that builds each image alone. Needs no project and nothing built; behind a phase
 * (<code>mvn package whittle:matrix</code>) rows are told apart by what would be linked. In a reactor it runs once.
 */
@Mojo(name = "matrix", requiresProject = false, aggregator = true, threadSafe = true)
public final class MatrixMojo extends RowsMojo {
    /**
     * What rows there are, separated by commas: <code>profiles</code>; <code>features</code>, each public feature alone with what it requires;
     * <code>pairs</code>, few rows in which of every two public features each is in once while the other is out.
     */
    @Parameter(property = "whittle.rows", defaultValue = "profiles")
    private String rows;

    /** A part of the matrix, such as <code>2/5</code> for the second of five. All parts cost about the same. */
    @Parameter(property = "whittle.shard")
    private String shard;

    /** A FreeMarker template that is filled in besides; a relative path begins in this project's folder, or else where Maven was started. */
    @Parameter(property = "whittle.template")
    private String template;

    /**
     * The file that is made of the template; a relative path begins in this project's folder. Default: the template's name without
     * <code>.ftl</code>, beside <code>matrix.json</code>.
     */
    @Parameter(property = "whittle.templateOutput")
    private String templateOutput;

    /** The file to which outputs of a step of GitHub Actions are added. Default: the one that GitHub names; nowhere else any. */
    @Parameter(property = "whittle.githubOutput", defaultValue = "${env.GITHUB_OUTPUT}")
    private String githubOutput;

    /** The name of the output for GitHub Actions. */
    @Parameter(property = "whittle.matrixOutput", defaultValue = "matrix")
    private String matrixOutput;

    /** Plans images with signed jars, without their signature; no image can be linked of them otherwise. */
    @Parameter(property = "whittle.ignoreSignatures", defaultValue = "false")
    private boolean ignoreSignatures;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Inject
    private ProjectDependenciesResolver resolver;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        MavenProgress progress = new MavenProgress(getLog());
        LinkingProjects.pinned(session().getProjects(), plugin).forEach(progress::warn);
        MatrixGoal.run(
                new MatrixRequest(
                        catalog(),
                        scope(rows),
                        Optional.ofNullable(shard),
                        output(),
                        built(),
                        github(),
                        Optional.ofNullable(template).map(this::named),
                        Optional.ofNullable(templateOutput).map(start()::resolve),
                        CarriedArguments.of(session()),
                        LinkingProjects.isBound(session(), plugin)),
                progress);
    }

    // What some former build left is not what this one would link.
    private Optional<MatrixRequest.Built> built() throws GoalException {
        boolean packaged = session().getProjects().stream().anyMatch(project -> project.hasLifecyclePhase("package"));
        if (!packaged) {
            return Optional.empty();
        }
        List<PathEntry> path = LinkingProjects.path(session(), plugin, resolver);
        return Optional.of(new MatrixRequest.Built(
                path,
                new PomEdges(LinkingProjects.of(session(), plugin), session(), resolver, path),
                jdks(),
                ignoreSignatures));
    }

    private Optional<MatrixRequest.Github> github() {
        return Optional.ofNullable(githubOutput)
                .filter(file -> !file.isBlank() && !file.contains("${"))
                .map(file -> new MatrixRequest.Github(Path.of(file), matrixOutput));
    }
}
