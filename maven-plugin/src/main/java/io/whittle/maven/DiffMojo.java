package io.whittle.maven;

import io.whittle.assembler.goal.DiffGoal;
import io.whittle.assembler.goal.DiffRequest;
import io.whittle.assembler.goal.GoalException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Compares two catalogues, two accepted states or what two builds have left, or one with another, and tells what is other: on the console, as
 * <code>diff.json</code>, and as <code>diff.md</code> for a pull request. A difference is no failure. Needs no built module. In a reactor it
 * runs once.
 */
@Mojo(name = "diff", requiresProject = false, aggregator = true, threadSafe = true)
public final class DiffMojo extends WhittleMojo {
    private static final String LOCK = "whittle.lock";

    /**
     * The former: a <code>feature-tags.yaml</code>, a <code>whittle.lock</code>, a <code>target/whittle</code>, or the folder of one image in
     * it. A relative path begins in this project's folder, or else where Maven was started.
     */
    @Parameter(property = "whittle.from")
    private String from;

    /** The later, named alike. Default: the project's own of the same kind. */
    @Parameter(property = "whittle.to")
    private String to;

    /**
     * The file of the accepted state; a relative path begins in this project's folder, or else where Maven was started.
     * Default: <code>whittle.lock</code> beside the catalogue.
     */
    @Parameter(property = "whittle.lockFile")
    private String lockFile;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Override
    void run() throws GoalException, IOException {
        Optional<Path> catalog = nearestCatalog();
        DiffGoal.run(
                new DiffRequest(
                        Optional.ofNullable(from).map(this::named),
                        Optional.ofNullable(to).map(this::named),
                        catalog,
                        Optional.ofNullable(lockFile)
                                .map(this::named)
                                .orElseGet(() -> catalog.map(file -> file.resolveSibling(LOCK))
                                        .orElseGet(() -> start().resolve(LOCK))),
                        LinkingProjects.outputs(session, plugin, output()),
                        profiles(),
                        namedPlatforms(),
                        output()),
                new MavenProgress(getLog()));
    }
}
