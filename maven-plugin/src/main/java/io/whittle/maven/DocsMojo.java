package io.whittle.maven;

import io.whittle.assembler.goal.DocsGoal;
import io.whittle.assembler.goal.DocsRequest;
import io.whittle.assembler.goal.GoalException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills in the marked sections of Markdown files: which features are in and out of an image and why, what each costs, and which checks are asked;
 * or fails where they are stale. All else in a file stays as it is. Needs no built module. In a reactor it runs once.
 */
@Mojo(
        name = "docs",
        requiresProject = false,
        aggregator = true,
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true)
public final class DocsMojo extends WhittleMojo {
    /**
     * The files, separated by commas; a relative path begins in this project's folder, or else where Maven was started.
     */
    @Parameter(property = "whittle.docs")
    private String docs;

    /** Writes nothing, and fails where a section does not say what it would. */
    @Parameter(property = "whittle.docsCheck", defaultValue = "false")
    private boolean docsCheck;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Override
    void run() throws GoalException, IOException {
        DocsGoal.run(
                new DocsRequest(
                        catalog(),
                        words(docs).stream()
                                .map(file -> named(file).normalize())
                                .toList(),
                        docsCheck,
                        LinkingProjects.outputs(session, plugin, output()),
                        Stream.concat(
                                        Stream.of("mvn " + plugin.getGoalPrefix() + ":docs"),
                                        CarriedArguments.of(session).stream())
                                .collect(Collectors.joining(" "))),
                new MavenProgress(getLog()));
    }
}
