package io.whittle.assembler.modular;

import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.FollowedRules;
import io.whittle.assembler.plan.JarCutter;
import io.whittle.assembler.plan.ModulesOfJars;
import io.whittle.assembler.plan.PathOfImage;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A module path on which also jars without a descriptor can be linked: for each image they become modules, as the code on the path and the
 * catalogue say. Code is read when the first image needs it, and not at all where none does. Not for several threads.
 */
public final class ModularPath {
    /** Where copies of jars lie below the output folder. */
    public static final String COPIES = "modules";

    /** Where what code says is kept below the output folder. */
    public static final String EVIDENCE = "evidence";

    private final ModuleIndex found;
    private final FeatureCatalog catalog;
    private final JarEdges edges;
    private final JarEdges poms;
    private final TargetJdk jdk;
    private final Path output;
    private final Map<Rules, KnownNatives> natives = new HashMap<>();
    private final Map<Path, JarFacts> facts = new HashMap<>();
    private final Map<View, PathView> views = new HashMap<>();

    private record View(ModuleIndex index, Rules rules) {}

    /**
     * Of a path.
     *
     * @param found what is on it
     * @param edges what its jars depend on
     * @param output the folder below which copies of jars, and what is known of their code, are kept
     * @throws IOException when a jar to which the catalogue gives another name cannot be read
     */
    public ModularPath(ModuleIndex found, FeatureCatalog catalog, JarEdges edges, TargetJdk jdk, Path output)
            throws IOException {
        this(found, catalog, edges, edges, jdk, output);
    }

    /**
     * The same, where POMs tell which jars come along, and others what goes into descriptors.
     *
     * @param edges what its jars depend on, as far as descriptors tell it
     * @param poms what its jars depend on, by which jars are reached that the catalogue makes modules of
     */
    public ModularPath(
            ModuleIndex found, FeatureCatalog catalog, JarEdges edges, JarEdges poms, TargetJdk jdk, Path output)
            throws IOException {
        this.found = named(found, catalog);
        this.catalog = catalog;
        this.edges = edges;
        this.poms = poms;
        this.jdk = jdk;
        this.output = output;
    }

    /**
     * A path under the names that the catalogue gives to jars without a descriptor.
     *
     * @throws IOException when one of them cannot be read
     */
    public static ModuleIndex named(ModuleIndex found, FeatureCatalog catalog) throws IOException {
        return found.named(new Rules(catalog.artifacts()).names());
    }

    /**
     * The path as an image sees it: the modules that it reaches have descriptors, and native files for its platform alone. What was found
     * where all of them have had that. Linear in modules and requires; the first time also in the size of all code and the native files.
     *
     * @throws IOException when a jar cannot be read
     */
    public ModuleIndex in(Resolution resolution) throws IOException {
        Set<String> roots = new TreeSet<>(resolution.modules().keySet());
        roots.addAll(resolution.jdkModules().keySet());
        PathOfImage image = PathOfImage.of(catalog, resolution);
        ModuleIndex index = image.modules(found);
        roots.addAll(ModulesOfJars.of(catalog, resolution, index, poms));
        ModuleIndex modules = view(index, rules(image)).from(roots);
        return cutter(resolution).cut(modules, reached(modules, roots));
    }

    /** Cuts the jars of an image's class path. */
    public JarCutter jars(Resolution resolution) {
        return cutter(resolution);
    }

    private NativesOfImage cutter(Resolution resolution) {
        Rules of = rules(PathOfImage.of(catalog, resolution));
        KnownNatives known = natives.computeIfAbsent(of, rules -> new KnownNatives(rules.byArtifact()));
        return new NativesOfImage(resolution.platform(), known, found, copies());
    }

    private Rules rules(PathOfImage image) {
        return new Rules(FollowedRules.of(catalog, found, image).with(catalog.artifacts()));
    }

    private Set<String> reached(ModuleIndex modules, Set<String> roots) {
        ModuleRequires requires = new ModuleRequires(modules, jdk);
        Set<String> reached = new TreeSet<>(roots);
        Deque<String> queue = new ArrayDeque<>(roots);
        while (!queue.isEmpty()) {
            requires.of(queue.remove()).stream().filter(reached::add).forEach(queue::add);
        }
        return reached;
    }

    /** The path as an image would see it that has all that the catalogue names and the project builds. */
    public ModuleIndex whole() throws IOException {
        return whole(new TreeMap<>());
    }

    /** The same where other artifacts are put behind modules. */
    public ModuleIndex whole(SortedMap<String, String> replaced) throws IOException {
        PathOfImage image = new PathOfImage(new TreeSet<>(), replaced);
        Set<String> roots = new TreeSet<>(ModuleOwners.of(catalog).byModule().keySet());
        found.modules().forEach((name, modules) -> {
            if (modules.get(0).entry().own()) {
                roots.add(name);
            }
        });
        return view(image.modules(found), rules(image)).from(roots);
    }

    private PathView view(ModuleIndex index, Rules of) {
        return views.computeIfAbsent(new View(index, of), view -> new PathView(this, view.index(), view.rules()));
    }

    /** What is on the path, whichever of it is an image's. */
    public ModuleIndex found() {
        return found;
    }

    JarEdges edges() {
        return edges;
    }

    TargetJdk jdk() {
        return jdk;
    }

    /** Where copies lie. */
    Path copies() {
        return output.resolve(COPIES);
    }

    KnownUses uses(ModuleIndex index) throws IOException {
        return new KnownUses(Evidence.of(index, jdk.modules().values(), Optional.of(output.resolve(EVIDENCE))));
    }

    JarFacts facts(ApplicationModule module) throws IOException {
        readFacts(List.of(module));
        return facts.get(module.path());
    }

    /** Reads what several jars tell, several at once. */
    void readFacts(List<ApplicationModule> modules) throws IOException {
        FactsCache cache = new FactsCache(copies());
        try {
            facts.putAll(modules.parallelStream()
                    .map(ApplicationModule::path)
                    .filter(path -> !facts.containsKey(path))
                    .collect(Collectors.toMap(path -> path, path -> read(cache, path))));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private JarFacts read(FactsCache cache, Path path) {
        try {
            return cache.of(path, jdk.featureVersion());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
