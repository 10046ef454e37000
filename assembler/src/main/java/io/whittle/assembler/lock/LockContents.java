package io.whittle.assembler.lock;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlannedModule;
import io.whittle.graph.explain.Explanation;
import io.whittle.graph.resolve.Reason;
import io.whittle.graph.resolve.Resolution;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is in an image, as far as it is known before the image is made.
 *
 * @param jdk the JDK it is linked from
 * @param options how its files are made: what is set, by name, to what
 * @param features that are in, by name, each with the kind of its reason as resolution.json spells it
 * @param modules every module, by name
 * @param artifacts jars that are no modules, by {@code group:artifact[:classifier]}
 */
public record LockContents(
        Jdk jdk,
        SortedMap<String, String> options,
        SortedMap<String, String> features,
        SortedMap<String, LockedOrigin> modules,
        SortedMap<String, LockedOrigin> artifacts) {
    public LockContents {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
    }

    /**
     * A JDK, as its {@code release} file tells it.
     *
     * @param version such as {@code 17.0.15}
     * @param vendor who built it, where that is known
     */
    public record Jdk(String version, Optional<String> vendor) {
        /** For people: {@code 17.0.15 (Debian)}. */
        public String words() {
            return version + vendor.map(by -> " (" + by + ")").orElse("");
        }
    }

    /** What a resolution and the plan made from it come to. Linear in features and modules. */
    public static LockContents of(Resolution resolution, ImagePlan plan) {
        SortedMap<String, String> features = new TreeMap<>();
        resolution.in().forEach(feature -> features.put(feature, reason(resolution, feature)));
        SortedMap<String, LockedOrigin> modules = new TreeMap<>();
        plan.modules().forEach((name, module) -> modules.put(name, origin(module.source())));
        return new LockContents(
                new Jdk(plan.jdk().version(), plan.jdk().implementor()),
                LockedOptions.of(plan.settings()),
                features,
                modules,
                artifacts(resolution, plan));
    }

    /** Modules that come from a dependency here and from the project's own sources in the former contents. */
    public SortedSet<String> modulesNoLongerOwn(LockContents former) {
        SortedSet<String> names = new TreeSet<>();
        modules.forEach((name, module) -> {
            if (module instanceof LockedOrigin.OfDependency
                    && former.modules.get(name) instanceof LockedOrigin.OfProject) {
                names.add(name);
            }
        });
        return Collections.unmodifiableSortedSet(names);
    }

    /** The kind of the reason; of a provider also for what, since another choice may bring another one. */
    private static String reason(Resolution resolution, String feature) {
        String kind = Explanation.of(resolution, feature).kind().word();
        return resolution.features().get(feature).reason() instanceof Reason.ProviderOf provider
                ? kind + " of " + provider.by().need().capability()
                : kind;
    }

    // A jar that is a module is told as that, once.
    private static SortedMap<String, LockedOrigin> artifacts(Resolution resolution, ImagePlan plan) {
        SortedMap<String, LockedOrigin> artifacts = new TreeMap<>();
        resolution.artifacts().keySet().forEach(named -> artifacts.put(named, new LockedOrigin.OfCatalogue()));
        plan.modules().values().forEach(module -> {
            if (module.source() instanceof PlannedModule.FromPath found) {
                artifacts.remove(PathEntry.artifact(found.label()));
            }
        });
        plan.classPath().forEach(jar -> artifacts.put(jar.artifact(), origin(jar.own(), jar.label(), jar.sha256())));
        return artifacts;
    }

    private static LockedOrigin origin(PlannedModule.Source source) {
        return source instanceof PlannedModule.FromPath found
                ? origin(found.own(), found.label(), found.sha256())
                : new LockedOrigin.OfJdk();
    }

    private static LockedOrigin origin(boolean own, String label, String sha256) {
        return own ? new LockedOrigin.OfProject() : new LockedOrigin.OfDependency(label, sha256);
    }
}
