package io.whittle.maven;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the jars of a path depend on by their POMs, as Maven settles it. Maven's own answer keeps each jar once, under whoever comes
 * first; here everybody who asks for it does. It is found out when somebody asks, which takes about as long as Maven's own resolving.
 */
final class PomEdges implements JarEdges {
    private static final Set<String> LINKED = Set.of("compile", "runtime");

    private final List<MavenProject> projects;
    private final MavenSession session;
    private final ProjectDependenciesResolver resolver;
    private final List<PathEntry> path;
    private Optional<Map<String, Set<String>>> edges = Optional.empty();

    /** Of the path of some projects. */
    PomEdges(
            List<MavenProject> projects,
            MavenSession session,
            ProjectDependenciesResolver resolver,
            List<PathEntry> path) {
        this.projects = List.copyOf(projects);
        this.session = session;
        this.resolver = resolver;
        this.path = List.copyOf(path);
    }

    @Override
    public synchronized Optional<Set<String>> of(PathEntry entry) {
        if (edges.isEmpty()) {
            edges = Optional.of(read());
        }
        return Optional.ofNullable(edges.get().get(entry.label()));
    }

    private Map<String, Set<String>> read() {
        Map<String, String> labels = new HashMap<>();
        path.forEach(entry -> labels.putIfAbsent(entry.artifact(), entry.label()));
        Map<String, Set<String>> byArtifact = new HashMap<>();
        Set<DependencyNode> seen = new HashSet<>();
        for (MavenProject project : projects) {
            graph(project).getChildren().forEach(child -> collect(child, byArtifact, seen));
        }
        // Where one project depends on another, the other's own POM knows more.
        projects.forEach(project -> byArtifact.put(artifact(project), ofProject(project)));
        Map<String, Set<String>> byLabel = new LinkedHashMap<>();
        byArtifact.forEach((artifact, needs) -> {
            Set<String> known = new HashSet<>();
            needs.stream().filter(labels::containsKey).map(labels::get).forEach(known::add);
            if (labels.containsKey(artifact)) {
                byLabel.put(labels.get(artifact), known);
            }
        });
        return byLabel;
    }

    // In the graph a dependency is optional only where all ways to it are.
    private static Set<String> ofProject(MavenProject project) {
        Set<String> needs = new HashSet<>();
        for (org.apache.maven.model.Dependency dependency : project.getDependencies()) {
            if (!dependency.isOptional()
                    && LINKED.contains(
                            Optional.ofNullable(dependency.getScope()).orElse("compile"))) {
                String classifier = dependency.getClassifier();
                needs.add(artifact(dependency.getGroupId(), dependency.getArtifactId(), classifier));
            }
        }
        return needs;
    }

    // What a dependency depends on optionally, Maven leaves out of the graph.
    private static void collect(DependencyNode node, Map<String, Set<String>> edges, Set<DependencyNode> seen) {
        if (!seen.add(node)) {
            return;
        }
        Set<String> needs = edges.computeIfAbsent(artifact(node.getArtifact()), none -> new HashSet<>());
        for (DependencyNode child : node.getChildren()) {
            Dependency dependency = child.getDependency();
            if (dependency != null && LINKED.contains(dependency.getScope())) {
                needs.add(artifact(child.getArtifact()));
                collect(child, edges, seen);
            }
        }
    }

    private DependencyNode graph(MavenProject project) {
        DefaultRepositorySystemSession verbose = new DefaultRepositorySystemSession(session.getRepositorySession());
        // Those that lost to another version stay in the graph.
        verbose.setConfigProperty("aether.conflictResolver.verbose", "true");
        DefaultDependencyResolutionRequest request = new DefaultDependencyResolutionRequest(project, verbose);
        request.setResolutionFilter((node, parents) -> false);
        try {
            return resolver.resolve(request).getDependencyGraph();
        } catch (DependencyResolutionException broken) {
            // Maven has resolved the same before this goal began.
            throw new IllegalStateException("the dependencies of " + project.getId() + " cannot be collected", broken);
        }
    }

    private static String artifact(MavenProject project) {
        return artifact(
                project.getGroupId(),
                project.getArtifactId(),
                project.getArtifact().getClassifier());
    }

    private static String artifact(Artifact artifact) {
        return artifact(artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier());
    }

    private static String artifact(String group, String name, String classifier) {
        return group + ":" + name + (classifier == null || classifier.isEmpty() ? "" : ":" + classifier);
    }
}
