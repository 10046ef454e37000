package io.whittle.assembler.plan;

import io.whittle.assembler.natives.JarNatives;
import io.whittle.graph.catalog.Launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Options of the JVM that an image's launchers have besides their own, for native libraries. */
final class LauncherOptions {
    /** The first Java that warns of who loads a native library without leave (JEP 472). */
    private static final int FIRST_THAT_WARNS = 24;

    private static final String LEAVE = "--enable-native-access=";

    private final Collection<PlannedModule> modules;
    private final List<PlannedJar> classPath;
    private final int featureVersion;

    LauncherOptions(Collection<PlannedModule> modules, List<PlannedJar> classPath, int featureVersion) {
        this.modules = modules;
        this.classPath = classPath;
        this.featureVersion = featureVersion;
    }

    /** The launchers with these; what a launcher's author says comes behind, so that it counts. */
    List<Launcher> in(List<Launcher> launchers) throws IOException {
        List<String> options = new ArrayList<>();
        Stream.concat(
                        modules.stream().flatMap(module -> module.copy().stream()),
                        classPath.stream().flatMap(jar -> jar.copy().stream()))
                .forEach(copy -> options.addAll(copy.natives().options()));
        if (featureVersion >= FIRST_THAT_WARNS && !launchers.isEmpty()) {
            SortedSet<String> loading = loading();
            if (!loading.isEmpty()) {
                options.add(LEAVE + String.join(",", loading));
            }
        }
        return launchers.stream()
                .map(launcher -> launcher.withJvm(
                        Stream.concat(options.stream(), launcher.jvm().stream()).toList()))
                .toList();
    }

    /** Who has native files, in the image's lib or within. */
    private SortedSet<String> loading() throws IOException {
        SortedSet<String> loading = new TreeSet<>();
        for (PlannedModule module : modules) {
            if (module.source() instanceof PlannedModule.FromPath found && loads(found.copy(), found.linked())) {
                loading.add(module.name());
            }
        }
        for (PlannedJar jar : classPath) {
            if (loads(jar.copy(), jar.linked())) {
                loading.add("ALL-UNNAMED");
            }
        }
        return loading;
    }

    private static boolean loads(Optional<PlannedModule.Copy> copy, Path linked) throws IOException {
        return copy.filter(made -> !made.natives().laid().isEmpty()).isPresent()
                || !(Files.isDirectory(linked) ? JarNatives.ofFolder(linked) : JarNatives.of(linked)).isEmpty();
    }
}
