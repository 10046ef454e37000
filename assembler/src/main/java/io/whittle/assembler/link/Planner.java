package io.whittle.assembler.link;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ChangedJar;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.resolve.JdkNeed;
import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Ownership;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * From features to modules: the roots are the modules of what is in, and planning follows {@code module-info} from there.
 * Where the two disagree there is no plan, and every disagreement is told with the edit that mends it.
 */
public final class Planner {
    private final PathOfImage path;
    private final ModuleIndex found;
    private final PlanInput input;
    private final List<PathEntry> project;
    private final JarPlaces places;
    private final Asker asker;
    private final List<String> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final SortedSet<String> keepsForeign = new TreeSet<>();

    private Planner(PlanInput input) {
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
        replacements();
        TreeSet<String> roots = roots();
        faults.addAll(places.faults());
        FeatureBorder border = new FeatureBorder(input.resolution(), ModuleOwners.of(input.catalog()), asker);
        ModuleWalk walk = ModuleWalk.from(groups(roots), input.index(), input.jdk(), border);
        ClassPathPlan classPath = ClassPathPlan.of(input, project, places, asker, walk, border);
        faults.addAll(border.faults());
        faults.addAll(classPath.faults());
        notes.addAll(classPath.notes());
        MadeBorder made = new MadeBorder(input, places, walk, asker);
        walk.missing()
                .forEach(missing -> faults.add(
                        made.missing(missing).orElseGet(() -> PlanFaults.missing(missing, walk, asker, input))));
        faults.addAll(made.faults());
        notes.addAll(new RuleNotes(input, project).all());
        faults.addAll(new ModuleFaults(input, walk, asker).all());
        forbidden(walk);
        idleReplacements(walk);
        ImageSettings settings = settings(walk);
        List<Launcher> launchers = launchers(walk, classPath);
        if (!faults.isEmpty()) {
            throw new LinkException(faults);
        }
        roots.addAll(classPath.roots());
        SortedMap<String, PlannedModule> modules = modules(walk);
        List<PlannedJar> jars = classPath.jars();
        for (PlannedJar jar : jars) {
            jar.copy().ifPresent(copy -> notes.add(ChangeWords.line(jar.artifact(), jar.label(), copy.changes())));
            keptNatives(jar.artifact(), jar.artifact(), jar.path());
        }
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
                keepsForeign,
                settings,
                withOptions(launchers, modules, jars),
                List.copyOf(input.resolution().profile().forbid().keySet()),
                notes);
    }

    private void jdk() throws IOException {
        Optional<String> wrong =
                JdkPlatform.fault(input.jdk(), input.resolution().platform());
        wrong.ifPresent(faults::add);
        if (wrong.isEmpty()) {
            try {
                Jlink.of(input.jdk());
            } catch (LinkException none) {
                faults.addAll(none.faults());
            }
        }
    }

    private void replacements() {
        Replacements replacements = new Replacements(found);
        input.resolution()
                .profile()
                .replace()
                .forEach((module, said) -> replacements
                        .fault(
                                module,
                                said.value().text(),
                                "Profile " + said.profile() + " puts " + said.value() + " behind " + module + " ("
                                        + input.catalog()
                                                .source()
                                                .at(said.value().place()) + ")")
                        .ifPresent(faults::add));
    }

    private TreeSet<String> roots() {
        TreeSet<String> roots = new TreeSet<>();
        input.resolution().modules().forEach((module, owner) -> {
            if (input.index().find(module).isPresent()) {
                roots.add(module);
            } else {
                faults.add(PlanFaults.rootMissing(module, asker.owner(owner), input));
            }
        });
        for (JdkNeed need : input.resolution().jdkModules().values()) {
            if (input.jdk().modules().containsKey(need.module())) {
                roots.add(need.module());
            } else if (need.whereItExists()) {
                notes.add(need.module() + " is not in the JDK " + input.jdk().version()
                        + ": left out, as the catalogue's question mark allows");
            } else {
                faults.add(PlanFaults.jdkModuleMissing(need, asker, input.jdk()));
            }
        }
        roots.addAll(places.moduleRoots());
        return roots;
    }

    private List<TreeSet<String>> groups(TreeSet<String> roots) {
        TreeSet<String> ofBase = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        for (String root : roots) {
            boolean base = asker.ownerOf(root)
                    .filter(Ownership.ByBase.class::isInstance)
                    .isPresent();
            (base ? ofBase : others).add(root);
        }
        // An image without java.base is none; a plan without roots still gives a JVM.
        others.add("java.base");
        // Base first: what it reaches through a library it reaches in every image, whoever else reaches it in this one.
        return List.of(ofBase, others);
    }

    private void forbidden(ModuleWalk walk) {
        input.resolution().profile().forbid().forEach((module, said) -> {
            if (walk.reached().containsKey(module)) {
                faults.add("Profile " + said.profile() + " forbids " + module + " ("
                        + input.catalog().source().at(said.value().place()) + "), but "
                        + asker.chain(walk.chain(module)) + ".\n  Leave out what brings it, or take " + module
                        + " out of forbid.");
            } else if (!exists(module)) {
                // A slip of the pen would forbid nothing, and nobody would see it.
                notes.add("forbid names " + module + ", which is neither on the module path nor in the JDK "
                        + input.jdk().version()
                        + new NearestName()
                                .to(module, input.jdk().modules().keySet())
                                .map(nearest -> ": did you mean " + nearest + "?")
                                .orElse(""));
            }
        });
    }

    // A slip of the pen would replace nothing, and nobody would see it.
    private void idleReplacements(ModuleWalk walk) {
        path.replaced().forEach((module, artifact) -> {
            if (!walk.reached().containsKey(module)) {
                notes.add("replace puts " + artifact + " behind " + module + ", which is not in this image");
            }
        });
    }

    private boolean exists(String module) {
        return input.index().find(module).isPresent() || input.jdk().modules().containsKey(module);
    }

    private ImageSettings settings(ModuleWalk walk) {
        ImageOptions image = input.resolution().profile().image();
        List<String> strip = texts(image.strip());
        if (strip.contains("native-debug")) {
            PlanFaults.nativeDebug(
                            input.catalog()
                                    .source()
                                    .at(image.strip().orElseThrow().get(0).place()),
                            input.resolution().platform())
                    .ifPresent(faults::add);
        }
        // jlink fails when it is asked to choose among locales that are not there.
        boolean localized = walk.reached().containsKey("jdk.localedata");
        return new ImageSettings(
                compression(image), strip, localized ? texts(image.locales()) : List.of(), archive(image));
    }

    private static ClassArchive archive(ImageOptions image) {
        String word = image.cds().map(Mention::text).orElse("none");
        return new ClassArchive(word, word.equals("app") ? texts(image.train()) : List.of());
    }

    // What is compressed once hardly packs: all modules in one go come to less.
    private Optional<String> compression(ImageOptions image) {
        Optional<String> asked = image.compress().map(Mention::text);
        String aim = image.optimize().map(Mention::text).orElse("");
        if (aim.equals("transfer")) {
            asked.filter(level -> !level.equals("zip-0"))
                    .ifPresent(level -> notes.add("not compressed with " + level
                            + ", since 'optimize' is transfer: its archive is smaller so"));
            return Optional.empty();
        }
        return aim.equals("disk") ? asked.or(() -> Optional.of("zip-6")) : asked;
    }

    private List<Launcher> launchers(ModuleWalk walk, ClassPathPlan classPath) throws IOException {
        List<Launcher> launchers = new ArrayList<>();
        for (Launcher launcher :
                input.resolution().profile().image().launchers().values()) {
            Optional<String> leftOut =
                    launcher.module().isPresent() ? leftOut(launcher, walk) : classPath.leftOut(launcher);
            leftOut.ifPresentOrElse(notes::add, () -> launchers.add(launcher));
        }
        return launchers;
    }

    /** What a launcher's author says comes behind, so that it counts. */
    private static List<Launcher> withOptions(
            List<Launcher> launchers, SortedMap<String, PlannedModule> modules, List<PlannedJar> jars) {
        List<String> options = Stream.concat(
                        modules.values().stream().flatMap(module -> module.copy().stream()),
                        jars.stream().flatMap(jar -> jar.copy().stream()))
                .flatMap(copy -> copy.natives().options().stream())
                .toList();
        return launchers.stream()
                .map(launcher -> launcher.withJvm(
                        Stream.concat(options.stream(), launcher.jvm().stream()).toList()))
                .toList();
    }

    private Optional<String> leftOut(Launcher launcher, ModuleWalk walk) throws IOException {
        String module = launcher.module().orElseThrow().text();
        if (!walk.reached().containsKey(module)) {
            return Optional.of(
                    "launcher " + launcher.name() + " is left out: its module " + module + " is not in this image");
        }
        Optional<ApplicationModule> found = input.index().find(module);
        if (found.isPresent() && !MainClass.exists(found.get(), launcher.main().text())) {
            faults.add(PlanFaults.mainClassMissing(
                    launcher, found.get(), input.catalog().source()));
        }
        return Optional.empty();
    }

    private SortedMap<String, PlannedModule> modules(ModuleWalk walk) throws IOException {
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

    private static List<String> texts(Optional<List<Mention>> mentions) {
        return mentions.orElse(List.of()).stream().map(Mention::text).toList();
    }
}
