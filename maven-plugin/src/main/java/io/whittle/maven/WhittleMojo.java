package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.graph.catalog.Platform;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What all goals share: which catalogue, which profiles, which platforms, where to. */
abstract class WhittleMojo extends AbstractMojo {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

    /**
     * The catalogue of features; a relative path begins in this project's folder, or else where Maven was started. Default:
     * the nearest <code>feature-tags.yaml</code> in this folder and those above it, up to the top of the build.
     */
    @Parameter(property = "whittle.catalog")
    private String catalog;

    /** The profile of the catalogue; several are separated by commas, and <code>all</code> stands for every one. */
    @Parameter(property = "whittle.profile")
    private String profile;

    /**
     * The platform, as <code>os/arch[/variant][/musl]</code>; several are separated by commas, and
     * <code>all</code> stands for those that each profile names. Default: the one that Maven runs on.
     */
    @Parameter(property = "whittle.platform")
    private String platform;

    /** The folder under which each profile and platform has its own. */
    @Parameter(property = "whittle.outputDirectory", defaultValue = "${project.build.directory}/whittle")
    private File outputDirectory;

    /** The folder in which the search for a catalogue begins. */
    @Parameter(defaultValue = "${basedir}", readonly = true)
    private File basedir;

    /** Where Maven was started. */
    @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true)
    private File executionRoot;

    /** The nearest folder with a <code>.mvn</code>, or where Maven was started. */
    @Parameter(defaultValue = "${maven.multiModuleProjectDirectory}", readonly = true)
    private File wholeBuild;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject ofGoal;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession ofCall;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor ofGoals;

    /** Does nothing when true. */
    @Parameter(property = "whittle.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("whittle.skip is true: nothing is done");
            return;
        }
        UserProperties.slips(ofCall, ofGoals).forEach(getLog()::warn);
        try {
            run();
        } catch (GoalException cannot) {
            throw new MojoFailureException("\n\n" + String.join("\n\n", cannot.faults()) + "\n");
        } catch (InvalidPathException unspeakable) {
            throw new MojoFailureException(Disk.explain(unspeakable), unspeakable);
        } catch (IOException broken) {
            throw new MojoExecutionException(Disk.explain(broken, output()), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException(
                    "The build was stopped; every image is whole, the former one or the new one.", stopped);
        }
    }

    /** Does what the goal is for. */
    abstract void run() throws GoalException, IOException, InterruptedException;

    final Path catalog() throws GoalException {
        return catalog != null ? named(catalog) : nearest().get();
    }

    /** The same, for goals that can do without one. */
    final Optional<Path> nearestCatalog() {
        return catalog != null ? Optional.of(named(catalog)) : nearest().find();
    }

    private NearestCatalog nearest() {
        // Where there is no project Maven makes one up, which has no folder.
        return ofGoal == null || ofGoal.getBasedir() == null
                ? NearestCatalog.outside(start())
                : NearestCatalog.of(ofGoal, executionRoot, wholeBuild);
    }

    /** The file that a user names. */
    final Path named(String file) {
        return NamedFile.of(file, start(), Path.of("").toAbsolutePath());
    }

    final List<String> profiles() {
        return words(profile);
    }

    final List<String> platforms() {
        return namedPlatforms().isEmpty() ? List.of(Platform.host().toString()) : namedPlatforms();
    }

    /** Those that are named, and none for the host. */
    final List<String> namedPlatforms() {
        return words(platform);
    }

    // Outside a project the default is left as it is written, with ${project.basedir} in it.
    final Path output() {
        return outputDirectory.getPath().contains("${project.basedir}")
                ? start().resolve("target/whittle")
                : outputDirectory.toPath();
    }

    // Outside a project Maven knows no folder of it.
    final Path start() {
        return basedir != null ? basedir.toPath() : Path.of("").toAbsolutePath();
    }

    static List<String> words(String list) {
        return Stream.ofNullable(list)
                .flatMap(text -> SEPARATOR.splitAsStream(text.strip()))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
