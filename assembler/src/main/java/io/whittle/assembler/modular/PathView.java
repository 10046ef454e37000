package io.whittle.assembler.modular;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final Rules rules;
    private final ModuleRequires requires;
    private final Packages packages;
    private final Map<String, Draft> drafts = new TreeMap<>();
    private final Map<String, Optional<Amendment>> amendments = new TreeMap<>();
    private Optional<KnownUses> uses = Optional.empty();

    PathView(ModularPath path, ModuleIndex found, Rules rules) {
        this.path = path;
        this.rules = rules;
        this.found = found;
        this.requires = new ModuleRequires(found, path.jdk());
        this.packages = new Packages(found, path.jdk());
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
        for (String name : image) {
            Optional<Amendment> amendment = amendment(name);
            if (amendment.isPresent()) {
                Path jar = amendment.get().found().path();
                modules.add(new CopyMaker(path.copies()).amended(amendment.get(), ContentHash.of(jar)));
            }
        }
        return modules.isEmpty() ? found : found.with(modules);
    }

    private Set<String> reached(Set<String> roots) throws IOException {
        SortedSet<String> reached = new TreeSet<>(Set.of("java.base"));
        Set<String> wave = roots;
        while (!wave.isEmpty()) {
            Set<String> fresh = new TreeSet<>();
            wave.stream().filter(requires::has).filter(reached::add).forEach(fresh::add);
            path.readFacts(fresh.stream()
                    .map(this::automatic)
                    .flatMap(Optional::stream)
                    .filter(module -> !drafts.containsKey(module.name()))
                    .toList());
            wave = new TreeSet<>();
            for (String next : fresh) {
                wave.addAll(requiredBy(next));
            }
        }
        return reached;
    }

    private SortedSet<String> requiredBy(String module) throws IOException {
        Optional<ApplicationModule> automatic = automatic(module);
        if (automatic.isPresent()) {
            return draft(automatic.get()).hard();
        }
        return amendment(module)
                .map(amendment -> ModuleRequires.of(amendment.descriptor()))
                .orElseGet(() -> requires.of(module));
    }

    private Optional<Amendment> amendment(String name) throws IOException {
        Optional<Amendment> known = amendments.get(name);
        if (known == null) {
            Optional<ApplicationModule> module = found.find(name).filter(each -> !each.automatic());
            known = module.isPresent()
                    ? Amendment.of(module.get(), rules.of(module.get().entry()), impliedBy(name))
                    : Optional.empty();
            amendments.put(name, known);
        }
        return known;
    }

    private SortedMap<String, Boolean> impliedBy(String module) throws IOException {
        Set<String> said = requires.withStatic(module);
        SortedMap<String, Boolean> implied = new TreeMap<>();
        if (said.stream().anyMatch(name -> automatic(name).isPresent())) {
            uses().readBy(module).forEach((name, needed) -> {
                if (!said.contains(name) && automatic(name).isPresent()) {
                    implied.put(name, needed);
                }
            });
        }
        return implied;
    }

    private Optional<ApplicationModule> automatic(String module) {
        return found.find(module).filter(ApplicationModule::automatic);
    }

    private Draft draft(ApplicationModule module) throws IOException {
        Draft known = drafts.get(module.name());
        if (known == null) {
            Drafter drafter = new Drafter(found, packages, uses(), path.edges(), rules);
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
