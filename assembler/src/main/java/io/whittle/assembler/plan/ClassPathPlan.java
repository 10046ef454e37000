package io.whittle.assembler.plan;

import io.whittle.assembler.classpath.JarClasses;
import io.whittle.assembler.classpath.JarNames;
import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.ChangedJar;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.resolve.ArtifactOwners;
import io.whittle.graph.resolve.Ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipException;

/** The class path of an image: what the catalogue names and what that depends on, as far as no module requires it. */
final class ClassPathPlan {
    private final PlanInput input;
    private final List<PathEntry> project;
    private final JarPlaces places;
    private final Asker asker;
    private final ModuleWalk walk;
    private final Map<String, JarClasses> classes = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ClassPathPlan(PlanInput input, List<PathEntry> project, JarPlaces places, Asker asker, ModuleWalk walk) {
        this.input = input;
        this.project = project;
        this.places = places;
        this.asker = asker;
        this.walk = walk;
    }

    /**
     * Walks on from the modules of an image to the jars of its class path, and to the modules of the JDK that these need. Linear in jars and
     * what they depend on; a jar without a descriptor is read.
     *
     * @param project the path of the project, with what is of other images
     * @param walk that of the modules, which goes on
     * @param border that of the modules
     */
    static ClassPathPlan of(
            PlanInput input,
            List<PathEntry> project,
            JarPlaces places,
            Asker asker,
            ModuleWalk walk,
            ModuleWalk.Border border)
            throws IOException {
        ClassPathPlan plan = new ClassPathPlan(input, project, places, asker, walk);
        SortedSet<String> modules = new TreeSet<>(walk.reached().keySet());
        plan.requiredByModules(modules);
        try {
            plan.walk(new JarNeeds(input, places, modules), border);
            plan.look();
        } catch (ZipException broken) {
            plan.faults.add(broken.getMessage());
        }
        return plan;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Modules of the JDK that jars of the class path ask for: nobody requires them when an image starts. */
    SortedSet<String> roots() {
        SortedSet<String> roots = new TreeSet<>();
        walk.reached().forEach((name, via) -> {
            if (!JarNeeds.isJar(name) && via.filter(JarNeeds::isJar).isPresent()) {
                roots.add(name);
            }
        });
        return roots;
    }

    /** Its jars, in the order of the path. Reads each for its hash. */
    List<PlannedJar> jars() throws IOException {
        JarNames names = JarNames.of(project);
        List<PlannedJar> jars = new ArrayList<>();
        for (PathEntry entry : entries()) {
            String artifact = entry.artifact();
            Optional<PlannedModule.Copy> copy = copy(entry);
            jars.add(new PlannedJar(
                    artifact,
                    entry.path(),
                    entry.label(),
                    entry.own(),
                    names.byLabel().get(entry.label()),
                    ContentHash.of(copy.map(PlannedModule.Copy::path).orElse(entry.path())),
                    asker.ownerOf(artifact).map(Asker::name),
                    walk.reached().get(artifact),
                    copy));
        }
        return jars;
    }

    private Optional<PlannedModule.Copy> copy(PathEntry entry) throws IOException {
        Optional<ChangedJar> cut = input.cutter().cut(entry);
        if (cut.isEmpty()) {
            return Optional.empty();
        }
        ChangedJar copy = cut.get();
        return Optional.of(new PlannedModule.Copy(copy.written(), copy.key(), copy.changes(), copy.natives()));
    }

    /**
     * What is wrong with the main class of a launcher without a module: it is nowhere, and the jar with its package is in the image. Where
     * that is out, the launcher is left out with it.
     */
    Optional<String> mistyped(Launcher launcher) throws IOException {
        String main = launcher.main().text();
        String of = JarClasses.packageOf(main);
        List<String> nearby = classes.values().stream()
                .flatMap(jar -> jar.names().stream())
                .filter(name ->
                        name.indexOf('$') < 0 && JarClasses.packageOf(name).equals(of))
                .distinct()
                .toList();
        if (nearby.isEmpty() || isOnClassPath(main)) {
            return Optional.empty();
        }
        for (PathEntry entry : project) {
            if (!classes.containsKey(entry.artifact()) && holds(entry, main)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                PlanFaults.mainClassMissing(launcher, nearby, input.catalog().source()));
    }

    private boolean isOnClassPath(String main) {
        return classes.values().stream().anyMatch(jar -> jar.names().contains(main));
    }

    /** Why a launcher of a class without a module is left out, where it is. */
    Optional<String> leftOut(Launcher launcher) throws IOException {
        String main = launcher.main().text();
        if (isOnClassPath(main)) {
            return Optional.empty();
        }
        String left = "launcher " + launcher.name() + " is left out: its class " + main + " is ";
        for (PathEntry entry : project) {
            if (!classes.containsKey(entry.artifact()) && holds(entry, main)) {
                return Optional.of(left + "in " + entry.artifact() + ", which is not on the class path of this image");
            }
        }
        List<String> all = classes.values().stream()
                .flatMap(jar -> jar.names().stream())
                .filter(name -> name.indexOf('$') < 0)
                .toList();
        return Optional.of(left + "on no class path"
                + new NearestName()
                        .to(main, all)
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse(""));
    }

    // Of a jar that is not in, nobody needs to hear that it is damaged.
    private boolean holds(PathEntry entry, String main) throws IOException {
        try {
            return Files.isRegularFile(entry.path())
                    && JarClasses.of(entry.path(), input.jdk().featureVersion())
                            .names()
                            .contains(main);
        } catch (ZipException broken) {
            return false;
        }
    }

    private List<PathEntry> entries() {
        return input.jars().entries().stream()
                .filter(entry -> walk.reached().containsKey(entry.artifact()))
                .filter(entry -> places.entry(entry.artifact()).equals(Optional.of(entry)))
                .toList();
    }

    private void requiredByModules(Collection<String> modules) {
        for (PathEntry entry : input.jars().entries()) {
            Optional<ArtifactRule> rule = places.rule(entry.artifact())
                    .filter(said -> said.as().equals(Optional.of(ArtifactRule.As.CLASSPATH)));
            Optional<String> module = places.module(entry).filter(modules::contains);
            if (rule.isPresent() && module.isPresent()) {
                faults.add(JarFaults.requiredByModules(
                        rule.get(), module.get(), walk, asker, input.catalog().source()));
            }
        }
    }

    private void walk(JarNeeds needs, ModuleWalk.Border ofModules) throws IOException {
        JarBorder border = new JarBorder(
                input.resolution(), ArtifactOwners.of(input.catalog()), asker, new Requiring(input.catalog()));
        SortedSet<String> ofBase = new TreeSet<>();
        SortedSet<String> others = new TreeSet<>();
        for (String artifact : places.classPathRoots()) {
            String name = needs.name(artifact, places.entry(artifact).orElseThrow());
            if (JarNeeds.isJar(name)) {
                boolean base = asker.ownerOf(name)
                        .filter(Ownership.ByBase.class::isInstance)
                        .isPresent();
                (base ? ofBase : others).add(name);
            } else if (!walk.reached().containsKey(name)) {
                faults.add(JarFaults.moduleOfOther(artifact, name, asker, input));
            }
        }
        walk.on(
                List.of(ofBase, others),
                needs,
                (from, to, on) -> JarNeeds.isJar(to) ? border.passes(from, to, on) : ofModules.passes(from, to, on));
        faults.addAll(border.faults());
    }

    private void look() throws IOException {
        HiddenClasses hidden = new HiddenClasses(input, walk, asker);
        for (PathEntry entry : entries()) {
            if (Files.isDirectory(entry.path())) {
                faults.add(JarFaults.folder(entry));
                continue;
            }
            JarClasses of = classes(entry);
            classes.put(entry.artifact(), of);
            hidden.look(entry.artifact(), of);
        }
        faults.addAll(hidden.faults());
        notes.addAll(hidden.notes());
        notes.addAll(TwiceOnClassPath.notes(classes));
    }

    private JarClasses classes(PathEntry entry) throws IOException {
        try {
            return JarClasses.of(entry.path(), input.jdk().featureVersion());
        } catch (ZipException broken) {
            throw new ZipException(JarFaults.unreadable(entry, broken.getMessage()));
        }
    }
}
