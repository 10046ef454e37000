package io.whittle.assembler.goal;

import io.whittle.assembler.classpath.LaidJar;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.ImageSettings;
import io.whittle.assembler.plan.PlannedModule;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.Resolution;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Features of which an image can be made.
 *
 * @param resolution what is in
 * @param scope what the checks are to it
 * @param plan its image
 */
record PlannedRow(Resolution resolution, CheckScope scope, ImagePlan plan) {
    /** Its profile. */
    String name() {
        return plan.profile();
    }

    /** Which of the checks are to be asked. */
    SortedSet<String> applicable(SortedSet<String> checks) {
        SortedSet<String> applicable = new TreeSet<>(checks);
        applicable.removeIf(check -> !scope.checks().get(check).applicable());
        return applicable;
    }

    /** What its image holds, for whichever profile. */
    Content content() {
        SortedMap<String, PlannedModule.Source> modules = new TreeMap<>();
        plan.modules().forEach((name, module) -> modules.put(name, module.source()));
        List<LaidJar> jars = plan.classPath().stream()
                .map(jar -> new LaidJar(jar.path(), jar.file(), jar.sha256()))
                .toList();
        return new Content(modules, jars, plan.roots(), plan.settings(), plan.launchers());
    }

    /**
     * All by which images of one platform and JDK differ.
     *
     * @param modules where each comes from
     * @param classPath the jars of its class path
     * @param roots modules that launchers ask for
     * @param settings how files are made
     * @param launchers in {@code bin/}
     */
    record Content(
            SortedMap<String, PlannedModule.Source> modules,
            List<LaidJar> classPath,
            List<String> roots,
            ImageSettings settings,
            List<Launcher> launchers) {}
}
