package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Dependencies of a project, resolved when a goal finds that it wants them. Maven would resolve them before every start of the
 * goal, and fail where a reactor is not built yet.
 */
final class LateDependencies {
    private LateDependencies() {}

    static Set<Artifact> of(MavenProject project, MavenSession session, ProjectDependenciesResolver resolver)
            throws GoalException {
        if (project.getDependencies().isEmpty()) {
            return Set.of();
        }
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        try {
            DependencyResolutionResult result = resolver.resolve(request);
            Set<Artifact> artifacts = new LinkedHashSet<>();
            RepositoryUtils.toArtifacts(
                    artifacts,
                    result.getDependencyGraph().getChildren(),
                    List.of(project.getArtifact().getId()),
                    null);
            return artifacts;
        } catch (DependencyResolutionException missing) {
            throw new GoalException(List.of("The dependencies of " + project.getId() + " cannot be resolved: "
                    + missing.getMessage()
                    + "\n  In a reactor, build its modules in the same call: mvn package and then the goal."));
        }
    }
}
