package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.resolve.ModuleOwners;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From features to modules: the roots are the modules of what is in, and planning follows {@code module-info} from there.
 * Where the two disagree there is no plan, and every disagreement is told with the edit that mends it.
 */
public final class Planner {
    private final PathOfImage path;
    private final ModuleIndex found;
    private final PlanInput input;
    private final FeatureCatalog asWritten;
    private final List<PathEntry> project;
    private final JarPlaces places;
    private final Asker asker;
    private final List<String> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Planner(PlanInput input) {
        this.asWritten = input.catalog();
        this.path = PathOfImage.of(input.catalog(), input.resolution());
        this.found = input.found();
        this.project = input.jars().entries();
        this.input = input.on(path);
        this.places =
                JarPlaces.of(this.input.catalog(), this.input.resolution(), this.input.index(), this.input.jars());
        this.asker = new Asker(input.resolution(), input.catalog().source(), places.owners());
    }

    /**
     * Plans an image. Linear in modules and requires, plus the reading of every planned jar for its hash.
     *
     * @throws LinkException with everything that stands against an image
     */
    public static ImagePlan plan(PlanInput input) throws LinkException, IOException {
        return new Planner(input).plan();
    }

    private ImagePlan plan() throws LinkException, IOException {
        jdk();
        ProfileRules rules = new ProfileRules(input, path, asker, faults, notes);
        rules.replacements(found);
        PlanRoots begin = new PlanRoots(input, places, asker, faults, notes);
        TreeSet<String> roots = begin.all();
        faults.addAll(places.faults());
        FeatureBorder border = new FeatureBorder(
                input.resolution(), ModuleOwners.of(input.catalog()), asker, new Requiring(input.catalog()));
        ModuleWalk walk = ModuleWalk.from(begin.groups(roots), input.index(), input.jdk(), border);
        ClassPathPlan classPath = ClassPathPlan.of(input, project, places, asker, walk, border);
        faults.addAll(border.faults());
        faults.addAll(classPath.faults());
        notes.addAll(classPath.notes());
        MadeBorder made = new MadeBorder(input, places, walk, asker);
        walk.missing()
                .forEach(missing -> faults.add(
                        made.missing(missing).orElseGet(() -> PlanFaults.missing(missing, walk, asker, input))));
        faults.addAll(made.faults());
        notes.addAll(new RuleNotes(input, asWritten, project).all());
        faults.addAll(new ModuleFaults(input, walk, asker).all());
        rules.reached(walk);
        ImageSettings settings = new PlanSettings(input, faults, notes).of(walk);
        List<Launcher> launchers = new PlannedLaunchers(input, faults, notes).of(walk, classPath);
        if (!faults.isEmpty()) {
            throw new LinkException(faults);
        }
        roots.addAll(classPath.roots());
        PlannedModules planned = new PlannedModules(input, path, found, project, asker, notes);
        SortedMap<String, PlannedModule> modules = planned.of(walk);
        List<PlannedJar> jars = classPath.jars();
        planned.note(jars);
        notes.addAll(newer(modules, jars));
        return new ImagePlan(
                input.resolution().profile().name(),
                input.resolution().platform(),
                new ImagePlan.Jdk(
                        input.jdk().version(),
                        input.jdk().featureVersion(),
                        input.jdk().implementor(),
                        JdkBuild.sha256(input.jdk())),
                modules,
                jars,
                List.copyOf(roots),
                planned.keepsForeign(),
                settings,
                new LauncherOptions(modules.values(), jars, input.jdk().featureVersion()).in(launchers),
                List.copyOf(input.resolution().profile().forbid().keySet()),
                notes);
    }

    private List<String> newer(SortedMap<String, PlannedModule> modules, List<PlannedJar> jars) throws IOException {
        SortedMap<String, Path> byLabel = new TreeMap<>();
        modules.values().forEach(module -> {
            if (module.source() instanceof PlannedModule.FromPath found) {
                byLabel.put(found.label(), found.linked());
            }
        });
        jars.forEach(jar -> byLabel.put(jar.label(), jar.path()));
        return NewerClasses.notes(byLabel, input.jdk().featureVersion());
    }

    private void jdk() throws IOException {
        Optional<String> wrong =
                JdkPlatform.fault(input.jdk(), input.resolution().platform());
        wrong.ifPresent(faults::add);
        if (wrong.isEmpty()) {
            try {
                JlinkProgram.of(input.jdk());
            } catch (LinkException none) {
                faults.addAll(none.faults());
            }
        }
    }
}
