package io.whittle.assembler.plan;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ChangedJar;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.resolve.Ownership;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where each module of an image comes from, who owns it, and what was done to its jar, which is told. */
final class PlannedModules {
    private final PlanInput input;
    private final PathOfImage path;
    private final ModuleIndex found;
    private final List<PathEntry> project;
    private final Asker asker;
    private final List<String> notes;
    private final SortedSet<String> keepsForeign = new TreeSet<>();

    /**
     * Of one plan.
     *
     * @param input as of the path of the image
     * @param found all modules, those too that others take the place of
     * @param project the path as the project has it
     */
    PlannedModules(
            PlanInput input,
            PathOfImage path,
            ModuleIndex found,
            List<PathEntry> project,
            Asker asker,
            List<String> notes) {
        this.input = input;
        this.path = path;
        this.found = found;
        this.project = project;
        this.asker = asker;
        this.notes = notes;
    }

    /** Modules and jars, by name, that keep native files for other platforms; complete when both were planned. */
    SortedSet<String> keepsForeign() {
        return keepsForeign;
    }

    /** Tells of the jars of the class path what is told of those of modules. */
    void note(List<PlannedJar> jars) throws IOException {
        for (PlannedJar jar : jars) {
            jar.copy().ifPresent(copy -> notes.add(ChangeWords.line(jar.artifact(), jar.label(), copy.changes())));
            keptNatives(jar.artifact(), jar.artifact(), jar.path());
        }
    }

    SortedMap<String, PlannedModule> of(ModuleWalk walk) throws IOException {
        SortedMap<String, PlannedModule> modules = new TreeMap<>();
        for (Map.Entry<String, Optional<String>> entry : walk.reached().entrySet()) {
            String name = entry.getKey();
            if (JarNeeds.isJar(name)) {
                continue;
            }
            Optional<ApplicationModule> found = input.index().find(name);
            PlannedModule.Source source = found.isPresent() ? fromPath(found.get()) : new PlannedModule.FromJdk();
            Optional<Ownership> owner = asker.ownerOf(name);
            modules.put(
                    name, new PlannedModule(name, source, owner.map(Asker::name), entry.getValue(), replaced(name)));
        }
        return modules;
    }

    /** Labels of the jars that another one takes the place of, which is said. */
    private List<String> replaced(String module) {
        List<String> labels =
                path.replacedBy(found, module).stream().map(PathEntry::label).toList();
        if (!labels.isEmpty()) {
            notes.add(module + " is "
                    + input.index().find(module).orElseThrow().entry().label() + " in place of "
                    + String.join(" and ", labels) + ", as 'replace' says");
        }
        return labels;
    }

    private PlannedModule.FromPath fromPath(ApplicationModule found) throws IOException {
        Optional<PlannedModule.Copy> copy = Optional.empty();
        if (found.changed().isPresent()) {
            ChangedJar changed = found.changed().get();
            copy = Optional.of(
                    new PlannedModule.Copy(changed.written(), changed.key(), changed.changes(), changed.natives()));
            notes.add(ChangeWords.line(found));
        }
        for (Path source : found.changed().map(ChangedJar::sources).orElse(List.of(found.path()))) {
            keptNatives(found.name(), artifact(source).orElse(found.entry().artifact()), source);
        }
        return new PlannedModule.FromPath(
                found.path(), found.entry().label(), found.entry().own(), ContentHash.of(found.path()), copy);
    }

    private Optional<String> artifact(Path jar) {
        return project.stream()
                .filter(entry -> entry.path().equals(jar))
                .map(PathEntry::artifact)
                .findFirst();
    }

    private void keptNatives(String name, String artifact, Path path) throws IOException {
        new KeptNatives(input.catalog(), input.resolution().platform())
                .note(name, artifact, path)
                .ifPresent(note -> {
                    notes.add(note);
                    keepsForeign.add(name);
                });
    }
}
