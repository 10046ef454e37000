package io.whittle.assembler.modular;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;

import java.io.IOException;
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

/** What some images have of a path, which is the same for all of them. */
final class PathView {
    private final ModularPath path;
    private final ModuleIndex found;
    private final ModuleRequires requires;
    private final Packages packages;
    private final Map<String, Draft> drafts = new TreeMap<>();
    private final Map<String, Amendment> amendments = new TreeMap<>();
    private Optional<KnownUses> uses = Optional.empty();

    PathView(ModularPath path, ModuleIndex found) {
        this.path = path;
        this.found = found;
        this.requires = new ModuleRequires(found, path.jdk());
        this.packages = new Packages(found, path.jdk());
        found.modules().forEach((name, modules) -> {
            ApplicationModule module = modules.get(0);
            if (!module.automatic()) {
                path.rules()
                        .of(module.entry())
                        .flatMap(rule -> Amendment.of(module, rule))
                        .ifPresent(amendment -> amendments.put(name, amendment));
            }
        });
    }

    /** The path as an image with these modules, and all that they require, sees it. */
    ModuleIndex from(Set<String> roots) throws IOException {
        Set<String> image = reached(roots);
        SortedMap<String, Draft> made = new TreeMap<>(drafts);
        made.keySet().retainAll(image);
        ModuleIndex amended = amended(image);
        if (made.isEmpty()) {
            return amended;
        }
        Merger.Merged merged = new Merger(made, image, new ModuleRequires(amended, path.jdk())::withStatic).merge();
        DescriptorMaker maker = new DescriptorMaker(packages, uses(), amended, path.jdk(), merged, image);
        CopyMaker copies = new CopyMaker(path.copies());
        List<ApplicationModule> modules = new ArrayList<>();
        for (Draft draft : merged.made().values()) {
            modules.add(copies.make(draft, maker.make(draft)));
        }
        merged.holders()
                .forEach((name, holder) -> modules.add(
                        copies.empty(merged.all().get(name), merged.made().get(holder))));
        return amended.with(modules);
    }

    private ModuleIndex amended(Set<String> image) throws IOException {
        List<ApplicationModule> modules = new ArrayList<>();
        for (Map.Entry<String, Amendment> each : amendments.entrySet()) {
            if (image.contains(each.getKey())) {
                modules.add(new CopyMaker(path.copies())
                        .amended(
                                each.getValue(),
                                ContentHash.of(each.getValue().found().path())));
            }
        }
        return modules.isEmpty() ? found : found.with(modules);
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
        if (automatic.isPresent()) {
            return draft(automatic.get()).hard();
        }
        Amendment amendment = amendments.get(module);
        return amendment == null ? requires.of(module) : ModuleRequires.of(amendment.descriptor());
    }

    private Draft draft(ApplicationModule module) throws IOException {
        Draft known = drafts.get(module.name());
        if (known == null) {
            Drafter drafter = new Drafter(found, packages, uses(), path.edges(), path.rules());
            known = drafter.draft(module, path.facts(module));
            drafts.put(module.name(), known);
        }
        return known;
    }

    private KnownUses uses() throws IOException {
        if (uses.isEmpty()) {
            uses = Optional.of(path.uses(found));
        }
        return uses.get();
    }
}
