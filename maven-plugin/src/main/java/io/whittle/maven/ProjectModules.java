package io.whittle.maven;

import io.whittle.assembler.modules.PathEntry;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The module path of a project: its own classes and what it depends on at run time. */
final class ProjectModules {
    private ProjectModules() {}

    /**
     * Every jar and folder.
     *
     * @param reactor all projects that Maven knows of, built in this call or not: their modules are the project's own
     */
    static List<PathEntry> of(MavenProject project, List<MavenProject> reactor) {
        return of(project, project.getArtifacts(), reactor);
    }

    /** The same, for dependencies that the project does not know itself. */
    static List<PathEntry> of(MavenProject project, Set<Artifact> dependencies, List<MavenProject> reactor) {
        Set<String> own = reactor.stream()
                .map(sibling -> versioned(sibling.getArtifact()))
                .collect(Collectors.toSet());
        List<PathEntry> path = new ArrayList<>();
        own(project).ifPresent(file -> path.add(new PathEntry(file, label(project.getArtifact()), true)));
        for (Artifact artifact : dependencies) {
            boolean links = Artifact.SCOPE_COMPILE.equals(artifact.getScope())
                    || Artifact.SCOPE_RUNTIME.equals(artifact.getScope());
            if (links
                    && artifact.getFile() != null
                    && artifact.getArtifactHandler().isAddedToClasspath()) {
                path.add(
                        new PathEntry(artifact.getFile().toPath(), label(artifact), own.contains(versioned(artifact))));
            }
        }
        return path;
    }

    // The jar where it was made, the classes where it was not: in a project of packaging pom there are neither.
    private static Optional<Path> own(MavenProject project) {
        File jar = project.getArtifact().getFile();
        if (jar != null && jar.isFile() && jar.getName().endsWith(".jar")) {
            return Optional.of(jar.toPath());
        }
        return Optional.of(Path.of(project.getBuild().getOutputDirectory()))
                .filter(classes -> classes.toFile().isDirectory());
    }

    private static String versioned(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getBaseVersion();
    }

    private static String label(Artifact artifact) {
        String classifier = artifact.hasClassifier() ? ":" + artifact.getClassifier() : "";
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + classifier + ":" + artifact.getBaseVersion();
    }
}
