package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the jars go that the catalogue names: to the modules where it says so, or else to the class path. Whether one that is meant for the
 * class path is a module after all, since a module requires it, shows only when modules are walked.
 */
final class JarPlaces {
    private final FeatureCatalog catalog;
    private final ModuleIndex index;
    private final JarPath jars;
    private final Map<String, PathEntry> byArtifact = new HashMap<>();
    private final Map<String, PathEntry> byLabel = new HashMap<>();
    private final Map<String, String> moduleByLabel = new HashMap<>();
    private final SortedMap<String, Ownership> ofModules = new TreeMap<>();
    private final SortedSet<String> moduleRoots = new TreeSet<>();
    private final SortedSet<String> ofClassPath = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    private JarPlaces(FeatureCatalog catalog, ModuleIndex index, JarPath jars) {
        this.catalog = catalog;
        this.index = index;
        this.jars = jars;
        for (PathEntry entry : jars.entries()) {
            byArtifact.putIfAbsent(entry.artifact(), entry);
            byLabel.putIfAbsent(entry.label(), entry);
        }
        for (List<ApplicationModule> found : index.modules().values()) {
            found.forEach(module -> moduleByLabel.putIfAbsent(module.entry().label(), module.name()));
        }
    }

    /**
     * Of an image's own path. Linear in the path; what jars depend on is asked only where the catalogue makes modules of some.
     *
     * @param index the modules of the path
     */
    static JarPlaces of(FeatureCatalog catalog, Resolution resolution, ModuleIndex index, JarPath jars) {
        JarPlaces places = new JarPlaces(catalog, index, jars);
        resolution.artifacts().forEach((artifact, owners) -> places.place(artifact, owners.get(0)));
        places.pullModules();
        return places;
    }

    /** Modules to link for jars that the catalogue makes modules of. */
    SortedSet<String> moduleRoots() {
        return Collections.unmodifiableSortedSet(moduleRoots);
    }

    /** Whose they are, where the catalogue gives their jars to somebody. */
    SortedMap<String, Ownership> owners() {
        return Collections.unmodifiableSortedMap(ofModules);
    }

    /** {@code group:artifact[:classifier]} of the jars that the class path begins with. */
    SortedSet<String> classPathRoots() {
        return Collections.unmodifiableSortedSet(ofClassPath);
    }

    /** What is named and is not there. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The jar of an artifact, on the image's path. */
    Optional<PathEntry> entry(String artifact) {
        return Optional.ofNullable(byArtifact.get(artifact));
    }

    /** The module that a jar is. */
    Optional<String> module(PathEntry entry) {
        return Optional.ofNullable(moduleByLabel.get(entry.label()));
    }

    /** What a jar depends on: entries of the image's path, and artifacts that are not on it. */
    SortedMap<String, Optional<PathEntry>> dependencies(PathEntry entry) {
        SortedMap<String, Optional<PathEntry>> dependencies = new TreeMap<>();
        for (String label : jars.edges().of(entry).orElse(Set.of())) {
            Optional<PathEntry> found = Optional.ofNullable(byLabel.get(label));
            dependencies.put(found.map(PathEntry::artifact).orElseGet(() -> PathEntry.artifact(label)), found);
        }
        return dependencies;
    }

    /** Where the catalogue says that a jar goes. */
    Optional<ArtifactRule> rule(String artifact) {
        return Optional.ofNullable(catalog.artifacts().get(artifact));
    }

    private boolean isModuleByRule(String artifact) {
        return rule(artifact).flatMap(ArtifactRule::as).equals(Optional.of(ArtifactRule.As.MODULE));
    }

    private void place(String artifact, Ownership owner) {
        Optional<PathEntry> entry = entry(artifact);
        if (entry.isEmpty()) {
            faults.add(JarFaults.notThere(artifact, owner, jars, catalog.source()));
        } else if (isModuleByRule(artifact)) {
            Optional<String> module = module(entry.get());
            if (module.isPresent()) {
                ofModules.put(module.get(), owner);
                moduleRoots.add(module.get());
            } else {
                faults.add(JarFaults.noModule(artifact, owner, entry.get(), index, catalog.source()));
            }
        } else {
            ofClassPath.add(artifact);
        }
    }

    // A module cannot be found out to be one when the class path is walked: modules are walked before.
    private void pullModules() {
        if (catalog.artifacts().keySet().stream()
                .allMatch(artifact ->
                        !isModuleByRule(artifact) && required(artifact).isEmpty())) {
            return;
        }
        Set<String> seen = new TreeSet<>(ofClassPath);
        Deque<String> queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            String next = queue.remove();
            moduleRoots.addAll(required(next));
            dependencies(byArtifact.get(next)).forEach((artifact, entry) -> {
                if (entry.isPresent() && seen.add(artifact)) {
                    if (isModuleByRule(artifact)) {
                        module(entry.get()).ifPresent(moduleRoots::add);
                    } else {
                        queue.add(artifact);
                    }
                }
            });
        }
    }

    /** Modules of the path that the catalogue says a jar needs. */
    private SortedSet<String> required(String artifact) {
        SortedSet<String> required = new TreeSet<>();
        rule(artifact).map(ArtifactRule::requires).orElse(List.of()).stream()
                .map(Mention::text)
                .filter(index.modules()::containsKey)
                .forEach(required::add);
        return required;
    }
}
