package io.whittle.maven;

import io.whittle.assembler.goal.AuditGoal;
import io.whittle.assembler.goal.AuditRequest;
import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.modules.PathEntry;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

import javax.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the code of every module and holds it against the catalogue: requirements that nobody declared, services whose providers are
 * left out, and more, each with the places that prove it and the edit that mends it. Bound to <code>verify</code> where a
 * pom asks for it, or typed behind a phase: <code>mvn package whittle:audit</code>. Looks at every profile on its
 * platforms unless it is told otherwise. Typed, it runs once, over all projects of the build that bind
 * <code>whittle:link</code>, or over all where none does; bound, it looks at the project that binds it.
 */
// Of an aggregator Maven would resolve the whole reactor, also where it is bound and most is not built yet.
@Mojo(name = "audit", defaultPhase = LifecyclePhase.VERIFY, aggregator = true, threadSafe = true)
public final class AuditMojo extends JdkMojo {
    /** From which severity on a finding fails the build: <code>error</code>, <code>warning</code>, <code>info</code>, or <code>never</code>. */
    @Parameter(property = "whittle.failOn", defaultValue = "error")
    private String failOn;

    /** Adds to the catalogue what is missing, where adding mends a finding. Takes nothing away. */
    @Parameter(property = "whittle.fix", defaultValue = "false")
    private boolean fix;

    /** Accepts what is found, in the file of the accepted state. */
    @Parameter(property = "whittle.accept", defaultValue = "false")
    private boolean accept;

    /**
     * The file of the accepted state; a relative path begins in this project's folder, or else where Maven was started.
     * Default: <code>whittle.lock</code> beside the catalogue.
     */
    @Parameter(property = "whittle.lockFile")
    private String lockFile;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Inject
    private ProjectDependenciesResolver resolver;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        boolean isTyped = execution.getSource() == MojoExecution.Source.CLI;
        if (!isTyped && !LinkingProjects.isOne(project, session().getProjects(), plugin)) {
            getLog().debug("this project links no image: nothing to audit");
            return;
        }
        List<PathEntry> path = isTyped
                ? LinkingProjects.path(session(), plugin, resolver)
                : ProjectModules.of(
                        project,
                        LateDependencies.of(project, session(), resolver),
                        session().getAllProjects());
        Path catalog = catalog();
        Path lock = lockFile == null ? catalog.resolveSibling("whittle.lock") : named(lockFile);
        AuditGoal.run(
                new AuditRequest(
                        catalog,
                        profiles(),
                        namedPlatforms(),
                        path,
                        new PomEdges(
                                isTyped ? LinkingProjects.of(session(), plugin) : List.of(project),
                                session(),
                                resolver,
                                path),
                        jdks(),
                        output(),
                        isTyped ? LinkingProjects.read(session(), plugin).orElse(output()) : output(),
                        lock,
                        failOn,
                        fix,
                        accept,
                        isColoured()),
                new MavenProgress(getLog()));
    }

    /** As Maven itself decides: a terminal, unless the user says otherwise. */
    private boolean isColoured() {
        String style = session().getRequest().getUserProperties().getProperty("style.color", "auto");
        return style.equals("always")
                || style.equals("auto")
                        && System.console() != null
                        && System.getenv("NO_COLOR") == null
                        && session().getRequest().isInteractiveMode();
    }
}
