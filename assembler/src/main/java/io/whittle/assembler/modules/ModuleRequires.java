package io.whittle.assembler.modules;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What modules require at run time: {@code requires static} is optional there. */
public final class ModuleRequires {
    private final ModuleIndex index;
    private final TargetJdk jdk;

    /** Looks in a module path first and in a JDK then, as the system does. */
    public ModuleRequires(ModuleIndex index, TargetJdk jdk) {
        this.index = index;
        this.jdk = jdk;
    }

    /** Whether a module is on the path or in the JDK. */
    public boolean has(String module) {
        return index.find(module).isPresent() || jdk.modules().containsKey(module);
    }

    /** Every module of the path and the JDK. */
    public SortedSet<String> modules() {
        SortedSet<String> names = new TreeSet<>(jdk.modules().keySet());
        names.addAll(index.modules().keySet());
        return names;
    }

    /** The names a module requires; none for a module that is nowhere. */
    public SortedSet<String> of(String module) {
        Optional<ModuleDescriptor> descriptor = index.find(module)
                .map(ApplicationModule::reference)
                .map(ModuleReference::descriptor)
                .or(() -> Optional.ofNullable(jdk.modules().get(module)));
        return descriptor.map(ModuleRequires::of).orElseGet(TreeSet::new);
    }

    /** The names that a descriptor requires. */
    public static SortedSet<String> of(ModuleDescriptor descriptor) {
        SortedSet<String> names = new TreeSet<>();
        descriptor.requires().stream()
                .filter(requires -> !requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .forEach(requires -> names.add(requires.name()));
        return names;
    }
}
