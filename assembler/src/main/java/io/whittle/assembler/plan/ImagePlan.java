package io.whittle.assembler.plan;

import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.natives.ImageNatives;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that makes an image what it is. Two equal plans give the same image.
 *
 * @param profile the profile it is for
 * @param platform the platform it is for
 * @param jdk the JDK it is linked from
 * @param modules every module it holds, by name, and none besides
 * @param classPath the jars that lie in it on the class path, in the order of that
 * @param roots modules that launchers ask for, since nobody else may require them; sorted
 * @param keepsForeign modules and {@code group:artifact[:classifier]} of jars whose native files for other platforms it keeps
 * @param settings how its files are made
 * @param launchers in {@code bin/}, by name
 * @param forbidden modules that may not be in it
 * @param notes what a user should know of it, for the console
 */
public record ImagePlan(
        String profile,
        Platform platform,
        Jdk jdk,
        SortedMap<String, PlannedModule> modules,
        List<PlannedJar> classPath,
        List<String> roots,
        SortedSet<String> keepsForeign,
        ImageSettings settings,
        List<Launcher> launchers,
        List<String> forbidden,
        List<String> notes) {
    public ImagePlan {
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        classPath = List.copyOf(classPath);
        roots = List.copyOf(roots);
        keepsForeign = Collections.unmodifiableSortedSet(new TreeSet<>(keepsForeign));
        launchers = List.copyOf(launchers);
        forbidden = List.copyOf(forbidden);
        notes = List.copyOf(notes);
    }

    /**
     * Which JDK an image is linked from.
     *
     * @param version such as {@code 17.0.15}
     * @param featureVersion such as 17
     * @param implementor who built it
     * @param sha256 of its {@code release} file and the names and sizes of its modules, which tells two builds of one
     *     version apart
     */
    public record Jdk(String version, int featureVersion, Optional<String> implementor, String sha256) {}

    /** What a JVM finds that a launcher starts. */
    public LaunchPath launchPath() {
        return new LaunchPath(roots, classPath.stream().map(PlannedJar::inImage).toList());
    }

    /** The jars and folders of the modules that are not the JDK's, as they are linked, in the order of their names. */
    public List<Path> paths() {
        return modules.values().stream()
                .map(PlannedModule::source)
                .filter(PlannedModule.FromPath.class::isInstance)
                .map(source -> ((PlannedModule.FromPath) source).linked())
                .toList();
    }

    /** Native files that lie in its {@code lib/}, and options of the JVM by which they are found. */
    public ImageNatives natives() {
        List<ImageNatives.LaidFile> laid = new ArrayList<>();
        List<String> options = new ArrayList<>();
        copies().map(PlannedModule.Copy::natives).forEach(natives -> {
            laid.addAll(natives.laid());
            options.addAll(natives.options());
        });
        return new ImageNatives(laid, options);
    }

    /** What of the jars cannot do on the platform what they do elsewhere: lines for people. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        modules.values().forEach(module -> warnings.addAll(missing(module.name(), module.copy())));
        classPath.forEach(jar -> warnings.addAll(missing(jar.artifact(), jar.copy())));
        return warnings;
    }

    /** What of its jars is other than it was found, in clauses, by the names of modules and artifacts; only those that are other. */
    public SortedMap<String, List<String>> changed() {
        SortedMap<String, List<String>> changed = new TreeMap<>();
        modules.values().forEach(module -> {
            List<String> clauses = new ArrayList<>();
            if (!module.replaces().isEmpty() && module.source() instanceof PlannedModule.FromPath found) {
                clauses.add("is " + found.label() + " in place of " + String.join(" and ", module.replaces())
                        + ", as 'replace' says");
            }
            put(changed, module.name(), clauses, module.copy());
        });
        classPath.forEach(jar -> put(changed, jar.artifact(), new ArrayList<>(), jar.copy()));
        return changed;
    }

    private void put(
            SortedMap<String, List<String>> changed,
            String name,
            List<String> clauses,
            Optional<PlannedModule.Copy> copy) {
        copy.ifPresent(known ->
                known.changes().forEach(change -> clauses.add(change.kind().word() + ": " + change.detail())));
        if (keepsForeign.contains(name)) {
            clauses.add("keeps native files that are not for " + platform);
        }
        if (!clauses.isEmpty()) {
            changed.put(name, List.copyOf(clauses));
        }
    }

    private static List<String> missing(String name, Optional<PlannedModule.Copy> copy) {
        return copy.stream()
                .flatMap(known -> known.changes().stream())
                .filter(change -> change.kind() == JarChange.Kind.NATIVES_MISSING)
                .map(change -> name + ": " + change.detail())
                .toList();
    }

    private Stream<PlannedModule.Copy> copies() {
        return Stream.concat(
                modules.values().stream().flatMap(module -> module.copy().stream()),
                classPath.stream().flatMap(jar -> jar.copy().stream()));
    }
}
