package io.whittle.assembler.modular;

import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A module path on which also jars without a descriptor can be linked: for each image they become modules, as the code on the path and the
 * catalogue say. Code is read when the first image needs it, and not at all where none does. Not for several threads.
 */
public final class ModularPath {
    /** Below the output folder: where copies lie. */
    public static final String FOLDER = "modules";

    private final ModuleIndex found;
    private final TargetJdk jdk;
    private final Path output;
    private final Set<String> named;
    private final Rules rules;
    private final JarEdges edges;
    private final ModuleRequires requires;
    private final Packages packages;
    private final Map<String, Draft> drafts = new TreeMap<>();
    private Optional<KnownUses> uses = Optional.empty();

    /**
     * Of a path.
     *
     * @param found what is on it
     * @param edges what its jars depend on
     * @param output the folder below which copies of jars, and what is known of their code, are kept
     */
    public ModularPath(ModuleIndex found, FeatureCatalog catalog, JarEdges edges, TargetJdk jdk, Path output) {
        this.found = found;
        this.jdk = jdk;
        this.output = output;
        this.named = ModuleOwners.of(catalog).byModule().keySet();
        this.rules = new Rules(catalog.artifacts());
        this.edges = edges;
        this.requires = new ModuleRequires(found, jdk);
        this.packages = new Packages(found, jdk);
    }

    /**
     * The path as an image sees it: the modules that it reaches have descriptors. The very path that was found where all of them have had one.
     * Linear in modules and requires; the first time also in the size of all code.
     *
     * @throws IOException when a jar cannot be read
     */
    public ModuleIndex in(Resolution resolution) throws IOException {
        Set<String> roots = new TreeSet<>(resolution.modules().keySet());
        roots.addAll(resolution.jdkModules().keySet());
        return seenFrom(roots);
    }

    /** The path as an image would see it that has all that the catalogue names and the project builds. */
    public ModuleIndex whole() throws IOException {
        Set<String> roots = new TreeSet<>(named);
        found.modules().forEach((name, modules) -> {
            if (modules.get(0).entry().own()) {
                roots.add(name);
            }
        });
        return seenFrom(roots);
    }

    private ModuleIndex seenFrom(Set<String> roots) throws IOException {
        Set<String> image = reached(roots);
        SortedMap<String, Draft> made = new TreeMap<>(drafts);
        made.keySet().retainAll(image);
        if (made.isEmpty()) {
            return found;
        }
        DescriptorMaker maker = new DescriptorMaker(packages, uses(), found, jdk, made, image);
        List<ApplicationModule> modules = new ArrayList<>();
        for (Draft draft : made.values()) {
            modules.add(module(draft, maker.make(draft)));
        }
        return found.with(modules);
    }

    private ApplicationModule module(Draft draft, ModuleDescriptor descriptor) {
        List<EntryChange> changes = new ArrayList<>(List.of(new WithoutUnnamed()));
        if (draft.facts().signed()) {
            changes.add(new WithoutSignature());
        }
        if (!draft.facts().refused().isEmpty()) {
            changes.add(WithoutProviders.of(draft.facts().refused()));
        }
        JarCopy copy = new JarCopy(
                draft.name(),
                List.of(new JarCopy.Source(draft.found().path(), draft.facts().sha256())),
                changes,
                new TreeMap<>(Map.of(ModuleInfo.FILE, ModuleInfo.bytes(descriptor))));
        List<JarChange> told = draft.changes();
        return new ApplicationModule(
                new MadeReference(descriptor, draft.found()),
                draft.found().entry(),
                0,
                false,
                Optional.of(new MadeJar(copy, output.resolve(FOLDER), told)));
    }

    private Set<String> reached(Set<String> roots) throws IOException {
        SortedSet<String> reached = new TreeSet<>(Set.of("java.base"));
        Deque<String> queue = new ArrayDeque<>(roots);
        while (!queue.isEmpty()) {
            String next = queue.remove();
            if (requires.has(next) && reached.add(next)) {
                queue.addAll(requiredBy(next));
            }
        }
        return reached;
    }

    private SortedSet<String> requiredBy(String module) throws IOException {
        Optional<ApplicationModule> automatic = found.find(module).filter(ApplicationModule::automatic);
        return automatic.isPresent() ? draft(automatic.get()).hard() : requires.of(module);
    }

    private Draft draft(ApplicationModule module) throws IOException {
        Draft known = drafts.get(module.name());
        if (known == null) {
            JarFacts facts = JarFactsReader.read(module.path(), jdk.featureVersion());
            known = new Drafter(found, packages, uses(), edges, rules).draft(module, facts);
            drafts.put(module.name(), known);
        }
        return known;
    }

    private KnownUses uses() throws IOException {
        if (uses.isEmpty()) {
            uses = Optional.of(
                    new KnownUses(Evidence.of(found, jdk.modules().values(), Optional.of(output.resolve("evidence")))));
        }
        return uses.get();
    }
}
