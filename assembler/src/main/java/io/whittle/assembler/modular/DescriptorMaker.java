package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes descriptors for the modules of one image. A module may only name a service whose module it reads, so that what it provides and uses
 * depends on who else is there.
 */
final class DescriptorMaker {
    private final Packages packages;
    private final KnownUses uses;
    private final ModuleIndex index;
    private final TargetJdk jdk;
    private final SortedMap<String, Draft> drafts;
    private final SortedMap<String, String> holders;
    private final Set<String> image;

    /** By service: whether somebody in the image provides it. */
    private final SortedSet<String> provided = new TreeSet<>();

    DescriptorMaker(
            Packages packages,
            KnownUses uses,
            ModuleIndex index,
            TargetJdk jdk,
            Merger.Merged merged,
            Set<String> image) {
        this.packages = packages;
        this.uses = uses;
        this.index = index;
        this.jdk = jdk;
        this.drafts = merged.made();
        this.holders = merged.holders();
        this.image = image;
        for (String module : image) {
            if (drafts.containsKey(module)) {
                provided.addAll(drafts.get(module).facts().services().keySet());
            } else if (!holders.containsKey(module)) {
                descriptor(module).ifPresent(known -> known.provides().forEach(each -> provided.add(each.service())));
            }
        }
    }

    /** The descriptor of a draft: open, and all of its packages exported. */
    ModuleDescriptor make(Draft draft) {
        SortedSet<String> own = draft.facts().packages();
        ModuleDescriptor.Builder module = ModuleDescriptor.newOpenModule(draft.name());
        module.packages(own);
        draft.facts().classPackages().forEach(module::exports);
        module.requires(Set.of(Modifier.MANDATED), "java.base");
        Set<String> required = new TreeSet<>(draft.hard());
        draft.hard().stream().filter(name -> !name.equals("java.base")).forEach(module::requires);
        for (String soft : draft.soft()) {
            if (required.add(soft)) {
                module.requires(Set.of(Modifier.STATIC), soft);
            }
        }
        SortedSet<String> readable = readable(required);
        services(draft).stream()
                .filter(service -> canName(service, draft, readable))
                .forEach(module::uses);
        draft.facts().services().forEach((service, providers) -> {
            if (canName(service, draft, readable)) {
                module.provides(service, providers);
            }
        });
        ModuleDescriptor found = draft.found().reference().descriptor();
        found.rawVersion().ifPresent(module::version);
        found.mainClass()
                .filter(main -> own.contains(PackageName.of(main.replace('.', '/'))))
                .ifPresent(module::mainClass);
        return module.build();
    }

    /** The descriptor of a module whose files another holds. */
    static ModuleDescriptor empty(String name, String holder) {
        return ModuleDescriptor.newOpenModule(name)
                .requires(Set.of(Modifier.MANDATED), "java.base")
                .requires(Set.of(Modifier.TRANSITIVE), holder)
                .build();
    }

    private SortedSet<String> services(Draft draft) {
        SortedSet<String> services = new TreeSet<>();
        draft.all().forEach(each -> services.addAll(uses.servicesOf(each.name())));
        // Which class its code hands on may be another's choice; and what others provide of its own, it asks for.
        for (String service : provided) {
            if (draft.facts().loadsServices()
                    || draft.facts().classes().containsKey(service.replace('.', '/') + ".class")) {
                services.add(service);
            }
        }
        return services;
    }

    private boolean canName(String service, Draft draft, Set<String> readable) {
        String name = PackageName.of(service.replace('.', '/'));
        if (draft.facts().packages().contains(name)) {
            return true;
        }
        Optional<String> owner = packages.owner(name).map(found -> holders.getOrDefault(found, found));
        return owner.filter(readable::contains)
                .filter(module -> drafts.containsKey(module) || exports(module, name, draft.name()))
                .isPresent();
    }

    private boolean exports(String module, String name, String to) {
        return descriptor(module).stream()
                .flatMap(known -> known.exports().stream())
                .anyMatch(each -> each.source().equals(name)
                        && (!each.isQualified() || each.targets().contains(to)));
    }

    /** What a module reads in this image that requires these: also what they pass on. */
    private SortedSet<String> readable(Set<String> required) {
        SortedSet<String> readable = new TreeSet<>(Set.of("java.base"));
        Deque<String> queue = new ArrayDeque<>(required);
        while (!queue.isEmpty()) {
            String next = queue.remove();
            if (!image.contains(next) || !readable.add(next)) {
                continue;
            }
            if (holders.containsKey(next)) {
                queue.add(holders.get(next));
            } else if (!drafts.containsKey(next)) {
                descriptor(next).stream()
                        .flatMap(known -> known.requires().stream())
                        .filter(each -> each.modifiers().contains(Modifier.TRANSITIVE))
                        .forEach(each -> queue.add(each.name()));
            }
        }
        return readable;
    }

    private Optional<ModuleDescriptor> descriptor(String module) {
        return index.find(module)
                .map(found -> found.reference().descriptor())
                .or(() -> Optional.ofNullable(jdk.modules().get(module)));
    }
}
