package io.whittle.assembler.lock;

import io.whittle.assembler.link.ImagePlan;
import io.whittle.assembler.link.PlannedModule;
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
 * @param features that are in, by name, each with the kind of its reason as resolution.json spells it
 * @param modules every module, by name
 * @param artifacts jars that are not modules, as {@code group:artifact[:classifier]}
 */
public record LockContents(
        Jdk jdk,
        SortedMap<String, String> features,
        SortedMap<String, LockedModule> modules,
        SortedSet<String> artifacts) {
    public LockContents {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        artifacts = Collections.unmodifiableSortedSet(new TreeSet<>(artifacts));
    }

    /**
     * A JDK, as its {@code release} file tells it.
     *
     * @param version such as {@code 17.0.15}
     * @param vendor who built it, where that is known
     */
    public record Jdk(String version, Optional<String> vendor) {}

    /** What a resolution and the plan made from it come to. Linear in features and modules. */
    public static LockContents of(Resolution resolution, ImagePlan plan) {
        SortedMap<String, String> features = new TreeMap<>();
        resolution.in().forEach(feature -> features.put(feature, reason(resolution, feature)));
        SortedMap<String, LockedModule> modules = new TreeMap<>();
        plan.modules().forEach((name, module) -> modules.put(name, origin(module.source())));
        return new LockContents(
                new Jdk(plan.jdk().version(), plan.jdk().implementor()),
                features,
                modules,
                new TreeSet<>(resolution.artifacts().keySet()));
    }

    /** Modules that come from a dependency here and from the project's own sources in the former contents. */
    public SortedSet<String> modulesNoLongerOwn(LockContents former) {
        SortedSet<String> names = new TreeSet<>();
        modules.forEach((name, module) -> {
            if (module instanceof LockedModule.OfDependency
                    && former.modules.get(name) instanceof LockedModule.OfProject) {
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

    private static LockedModule origin(PlannedModule.Source source) {
        if (source instanceof PlannedModule.FromPath found) {
            return found.own()
                    ? new LockedModule.OfProject()
                    : new LockedModule.OfDependency(found.label(), found.sha256());
        }
        return new LockedModule.OfJdk();
    }
}
