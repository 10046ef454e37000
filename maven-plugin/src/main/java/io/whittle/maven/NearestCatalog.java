package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import org.apache.maven.project.MavenProject;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for the catalogue: in a folder, then in those above it, up to the top of the build. What lies above that is another project's.
 *
 * @param folder where the search begins
 * @param top where it ends
 */
record NearestCatalog(Path folder, Path top) {
    private static final String NAME = "feature-tags.yaml";

    /** What a checkout or a build of several projects has at its top. */
    private static final List<String> TOPS = List.of(".mvn", ".git");

    NearestCatalog {
        folder = folder.toAbsolutePath().normalize();
        top = top.toAbsolutePath().normalize();
    }

    /**
     * In the folder of a project. Of a build that is started in a part of it the whole is known by its parents, and by {@code .mvn}.
     *
     * @param executionRoot where Maven was started
     * @param whole the nearest folder with a {@code .mvn}, or null
     */
    static NearestCatalog of(MavenProject project, File executionRoot, File whole) {
        Stream<File> parents = Stream.iterate(project, Objects::nonNull, MavenProject::getParent)
                .map(MavenProject::getBasedir);
        return inProject(
                project.getBasedir().toPath(),
                Stream.concat(Stream.of(executionRoot, whole), parents)
                        .filter(Objects::nonNull)
                        .map(File::toPath));
    }

    /**
     * In the folder of a project.
     *
     * @param ofBuild folders that belong to the build: where Maven was started, of parents, of the whole; any may lie elsewhere
     */
    static NearestCatalog inProject(Path folder, Stream<Path> ofBuild) {
        Path start = folder.toAbsolutePath().normalize();
        return new NearestCatalog(
                start,
                ofBuild.map(path -> path.toAbsolutePath().normalize())
                        .filter(start::startsWith)
                        .min(Comparator.comparing(Path::getNameCount))
                        .orElse(start));
    }

    /** Where no project is: up to the top of the checkout, or of the disk. */
    static NearestCatalog outside(Path folder) {
        Path at = folder.toAbsolutePath().normalize();
        while (at.getParent() != null && !isTop(at)) {
            at = at.getParent();
        }
        return new NearestCatalog(folder, at);
    }

    private static boolean isTop(Path folder) {
        return TOPS.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /** The nearest one; empty where there is none. */
    Optional<Path> find() {
        return Stream.iterate(folder, at -> at != null && at.startsWith(top), Path::getParent)
                .map(at -> at.resolve(NAME))
                .filter(Files::exists)
                .findFirst();
    }

    /** The nearest one, which there must be. */
    Path get() throws GoalException {
        return find().orElseThrow(() -> new GoalException(List.of("There is no " + NAME + " in " + folder
                + (folder.equals(top) ? "" : " or above it, up to " + top) + ".\n"
                + "  Start one with these lines, or name another file with -Dwhittle.catalog=<file>:\n\n"
                + "    schema: 1\n"
                + "    base: {modules: [your.main.module]}\n"
                + "    features:\n"
                + "      extra: {modules: [your.extra.module]}\n"
                + "    profiles:\n"
                + "      small: {include: []}\n"
                + "      full: {include: all}")));
    }
}
