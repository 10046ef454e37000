package io.whittle.assembler.modules;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Every module of a module path, by name. A name that two entries claim keeps both: whether that matters is decided
 * by who needs the module.
 *
 * @param modules by name; each list holds at least one module, in the order of the path
 * @param unreadable entries that are not what they seem, with the reason
 */
public record ModuleIndex(SortedMap<String, List<ApplicationModule>> modules, List<Unreadable> unreadable) {
    /** What the JDK says of a descriptor with a class-file version that it does not know. */
    private static final Pattern NEWER_JAVA = Pattern.compile("Unsupported major\\.minor version (\\d{1,5})\\..*");

    public ModuleIndex {
        SortedMap<String, List<ApplicationModule>> copy = new TreeMap<>();
        modules.forEach((name, found) -> copy.put(name, List.copyOf(found)));
        modules = Collections.unmodifiableSortedMap(copy);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * An entry from which no module can be read.
     *
     * @param entry the entry
     * @param reason in the words of the JDK
     */
    public record Unreadable(PathEntry entry, String reason) {}

    /**
     * Reads the descriptors of a module path. Linear in the number of entries; a jar costs the reading of its index and
     * its descriptor. A folder without {@code module-info.class} holds no module and is passed over.
     */
    public static ModuleIndex of(List<PathEntry> path) {
        SortedMap<String, List<ApplicationModule>> modules = new TreeMap<>();
        List<Unreadable> unreadable = new ArrayList<>();
        // Several at once: the index of a large jar takes its time.
        for (Entry entry : path.parallelStream().map(ModuleIndex::read).toList()) {
            entry.unreadable().ifPresent(unreadable::add);
            for (ApplicationModule module : entry.modules()) {
                modules.computeIfAbsent(module.name(), name -> new ArrayList<>())
                        .add(module);
            }
        }
        return new ModuleIndex(modules, unreadable);
    }

    /** What one entry of the path holds: modules, or a reason why not. */
    private record Entry(List<ApplicationModule> modules, Optional<Unreadable> unreadable) {}

    private static Entry read(PathEntry entry) {
        List<ApplicationModule> modules = new ArrayList<>();
        if (Files.isDirectory(entry.path()) && !Files.exists(entry.path().resolve("module-info.class"))) {
            return new Entry(modules, Optional.empty());
        }
        try {
            for (ModuleReference reference : ModuleFinder.of(entry.path()).findAll()) {
                modules.add(read(reference, entry));
            }
            return new Entry(modules, Optional.empty());
        } catch (FindException | IOException broken) {
            return plain(entry)
                    .orElseGet(() -> new Entry(modules, Optional.of(new Unreadable(entry, deepest(broken)))));
        }
    }

    /** What the JDK refuses may still be a jar that can be mended in a copy. */
    private static Optional<Entry> plain(PathEntry entry) {
        if (!Files.isRegularFile(entry.path())) {
            return Optional.empty();
        }
        try {
            Optional<ModuleReference> plain = PlainJar.read(entry.path());
            return plain.isPresent()
                    ? Optional.of(new Entry(List.of(read(plain.get(), entry)), Optional.empty()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /**
     * The same path with other names for jars without a descriptor; also one of which no name can be told is a module then.
     *
     * @param names by {@code group:artifact[:classifier]}
     */
    public ModuleIndex named(Map<String, String> names) throws IOException {
        List<PathEntry> entries = new ArrayList<>();
        modules.values()
                .forEach(found -> found.stream()
                        .filter(ApplicationModule::automatic)
                        .map(ApplicationModule::entry)
                        .forEach(entries::add));
        unreadable.stream().map(Unreadable::entry).forEach(entries::add);
        List<ApplicationModule> others = new ArrayList<>();
        for (PathEntry entry : entries) {
            String name = names.get(entry.artifact());
            if (name != null && Files.isRegularFile(entry.path())) {
                renamed(entry, name).ifPresent(others::add);
            }
        }
        if (others.isEmpty()) {
            return this;
        }
        Set<PathEntry> gone = others.stream().map(ApplicationModule::entry).collect(Collectors.toSet());
        SortedMap<String, List<ApplicationModule>> copy = new TreeMap<>(
                of(module -> !gone.contains(module.entry()), entry -> true).modules());
        for (ApplicationModule other : others) {
            copy.merge(
                    other.name(),
                    List.of(other),
                    (one, more) -> Stream.concat(one.stream(), more.stream()).toList());
        }
        return new ModuleIndex(
                copy,
                unreadable.stream().filter(each -> !gone.contains(each.entry())).toList());
    }

    private static Optional<ApplicationModule> renamed(PathEntry entry, String name) throws IOException {
        try {
            Optional<ModuleReference> plain = PlainJar.read(entry.path(), name);
            return plain.isPresent() ? Optional.of(read(plain.get(), entry)) : Optional.empty();
        } catch (ZipException damaged) {
            // No jar at all: it stays among what is unreadable, and is told when somebody needs it.
            return Optional.empty();
        }
    }

    /** The first module of this name on the path. */
    public Optional<ApplicationModule> find(String name) {
        return Optional.ofNullable(modules.get(name)).map(found -> found.get(0));
    }

    /** The same path with other modules in place of the first ones of their names, or beside all. */
    public ModuleIndex with(Collection<ApplicationModule> others) {
        SortedMap<String, List<ApplicationModule>> copy = new TreeMap<>(modules);
        for (ApplicationModule other : others) {
            List<ApplicationModule> found = new ArrayList<>(copy.getOrDefault(other.name(), List.of()));
            if (!found.isEmpty()) {
                found.remove(0);
            }
            found.add(0, other);
            copy.put(other.name(), found);
        }
        return new ModuleIndex(copy, unreadable);
    }

    /** Some of its modules, and of what is unreadable. Linear in the modules. */
    public ModuleIndex of(Predicate<ApplicationModule> kept, Predicate<PathEntry> keptUnreadable) {
        SortedMap<String, List<ApplicationModule>> narrowed = new TreeMap<>();
        modules.forEach((name, found) -> {
            List<ApplicationModule> stay = found.stream().filter(kept).toList();
            if (!stay.isEmpty()) {
                narrowed.put(name, stay);
            }
        });
        return new ModuleIndex(
                narrowed,
                unreadable.stream()
                        .filter(broken -> keptUnreadable.test(broken.entry()))
                        .toList());
    }

    private static ApplicationModule read(ModuleReference reference, PathEntry entry) throws IOException {
        boolean automatic = reference.descriptor().isAutomatic();
        return new ApplicationModule(
                reference,
                entry,
                automatic ? 0 : ClassFile.javaRelease(reference),
                Files.isRegularFile(entry.path()) && JarSignature.isIn(entry.path()));
    }

    private static String deepest(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        Matcher newer = NEWER_JAVA.matcher(said);
        return newer.matches()
                ? "compiled for Java " + ClassFile.javaRelease(Integer.parseInt(newer.group(1)))
                        + ", newer than the Java " + Runtime.version().feature() + " that reads it"
                : said;
    }
}
