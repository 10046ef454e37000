package io.whittle.assembler.modules;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What modules require at run time: {@code requires static} is optional there. */
public final class ModuleRequires {
    private final ModuleIndex index;
    private final TargetJdk jdk;
    private final SortedMap<String, SortedSet<String>> jars;

    /** Looks in a module path first and in a JDK then, as the system does. */
    public ModuleRequires(ModuleIndex index, TargetJdk jdk) {
        this(index, jdk, new TreeMap<>());
    }

    private ModuleRequires(ModuleIndex index, TargetJdk jdk, SortedMap<String, SortedSet<String>> jars) {
        this.index = index;
        this.jdk = jdk;
        this.jars = jars;
    }

    /** The same with jars of a class path beside the modules, by their artifacts, each with what it needs. */
    public ModuleRequires with(SortedMap<String, SortedSet<String>> needs) {
        return new ModuleRequires(index, jdk, new TreeMap<>(needs));
    }

    /** Every module of the path and the JDK, and every jar. */
    public SortedSet<String> all() {
        SortedSet<String> names = modules();
        names.addAll(jars.keySet());
        return names;
    }

    /** Whether a module is on the path or in the JDK. */
    public boolean has(String module) {
        return index.find(module).isPresent() || jdk.modules().containsKey(module) || jars.containsKey(module);
    }

    /** The {@code group:artifact[:classifier]} of the jar that is a module. */
    public Optional<String> artifact(String module) {
        return index.find(module).map(found -> found.entry().artifact());
    }

    /** Every module of the path and the JDK. */
    public SortedSet<String> modules() {
        SortedSet<String> names = new TreeSet<>(jdk.modules().keySet());
        names.addAll(index.modules().keySet());
        return names;
    }

    /** The names a module requires; none for a module that is nowhere. */
    public SortedSet<String> of(String module) {
        SortedSet<String> names = new TreeSet<>(jars.getOrDefault(module, new TreeSet<>()));
        needed(requires(module)).forEach(names::add);
        return names;
    }

    /** The names a descriptor requires. */
    public static SortedSet<String> of(ModuleDescriptor descriptor) {
        SortedSet<String> names = new TreeSet<>();
        needed(descriptor.requires().stream()).forEach(names::add);
        return names;
    }

    private static Stream<String> needed(Stream<ModuleDescriptor.Requires> requires) {
        return requires.filter(each -> !each.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name);
    }

    /** The same, and those it can do without. */
    public SortedSet<String> withStatic(String module) {
        SortedSet<String> names = new TreeSet<>();
        requires(module).forEach(requires -> names.add(requires.name()));
        return names;
    }

    private Stream<ModuleDescriptor.Requires> requires(String module) {
        return index
                .find(module)
                .map(ApplicationModule::reference)
                .map(ModuleReference::descriptor)
                .or(() -> Optional.ofNullable(jdk.modules().get(module)))
                .stream()
                .flatMap(known -> known.requires().stream());
    }
}
