package io.whittle.maven;

import io.whittle.assembler.jdks.JdkArchives;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

import java.io.IOException;
import java.nio.file.Path;

/** Archives in Maven repositories: the local one, those of the project, and the projects of the build. */
final class RepositoryArchives implements JdkArchives {
    private final RepositorySystem repository;
    private final MavenSession session;

    RepositoryArchives(RepositorySystem repository, MavenSession session) {
        this.repository = repository;
        this.session = session;
    }

    @Override
    public Path fetch(String coordinates) throws IOException {
        try {
            ArtifactRequest request = new ArtifactRequest(
                    new DefaultArtifact(coordinates),
                    session.getCurrentProject().getRemoteProjectRepositories(),
                    "jdk");
            return repository
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException | IllegalArgumentException cannot) {
            throw new IOException(cannot.getMessage(), cannot);
        }
    }
}
