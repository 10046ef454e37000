package io.whittle.assembler.cost;

import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.assembler.plan.PlannedModule;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules and jars of an image, weighed. */
final class Parts {
    private static final String BASE = "base";

    private final ImagePlan plan;
    private final Accounting accounting;
    private final ModuleRequires requires;

    Parts(ImagePlan plan, Accounting accounting, ModuleRequires requires) {
        this.plan = plan;
        this.accounting = accounting;
        this.requires = requires;
    }

    /** Every one, largest first. */
    List<ModuleCost> all() {
        return Stream.concat(
                        plan.modules().values().stream()
                                .map(module -> new ModuleCost(
                                        module.name(), accounting.of(module), module.owner(), isJdk(module))),
                        plan.classPath().stream()
                                .map(jar -> new ModuleCost(jar.artifact(), accounting.of(jar), jar.owner(), false)))
                .sorted(Comparator.comparingLong(
                                (ModuleCost part) -> part.weight().bytes())
                        .reversed()
                        .thenComparing(ModuleCost::module))
                .toList();
    }

    /** What a feature's own take. */
    Weight alone(String feature) {
        return Stream.concat(
                        owned(feature).map(accounting::of),
                        plan.classPath().stream()
                                .filter(jar -> isOf(jar.owner(), feature))
                                .map(accounting::of))
                .reduce(Weight.NONE, Weight::plus);
    }

    /**
     * What a feature uses that others have in the image too. Linear in what is required.
     *
     * @param other the image that differs by the feature
     */
    Weight shared(String feature, ImagePlan other) {
        Set<String> used = reached(owned(feature).map(PlannedModule::name).toList());
        used.removeAll(reached(plan.modules().values().stream()
                .filter(module -> module.owner().filter(BASE::equals).isPresent())
                .map(PlannedModule::name)
                .toList()));
        used.retainAll(other.modules().keySet());
        return used.stream()
                .map(plan.modules()::get)
                .filter(module -> !isOf(module.owner(), feature))
                .map(accounting::of)
                .reduce(Weight.NONE, Weight::plus);
    }

    /** Modules of the JDK that another image has not. */
    List<String> jdkModulesBeside(ImagePlan other) {
        return plan.modules().values().stream()
                .filter(module -> isJdk(module) && !other.modules().containsKey(module.name()))
                .map(PlannedModule::name)
                .toList();
    }

    /** Dependencies that another image has not, by their labels. */
    List<String> jarsBeside(ImagePlan other) {
        Set<String> there = other.classPath().stream().map(PlannedJar::artifact).collect(Collectors.toSet());
        return Stream.concat(
                        plan.modules().values().stream()
                                .filter(module -> !other.modules().containsKey(module.name()))
                                .flatMap(module -> dependency(module).stream()),
                        plan.classPath().stream()
                                .filter(jar -> !jar.own() && !there.contains(jar.artifact()))
                                .map(PlannedJar::label))
                .sorted()
                .toList();
    }

    private Stream<PlannedModule> owned(String feature) {
        return plan.modules().values().stream().filter(module -> isOf(module.owner(), feature));
    }

    private Set<String> reached(Collection<String> roots) {
        Set<String> reached = new HashSet<>(roots);
        // Every image has it.
        reached.add("java.base");
        Deque<String> queue = new ArrayDeque<>(roots);
        while (!queue.isEmpty()) {
            for (String next : requires.of(queue.remove())) {
                if (plan.modules().containsKey(next) && reached.add(next)) {
                    queue.add(next);
                }
            }
        }
        return reached;
    }

    private static Optional<String> dependency(PlannedModule module) {
        return module.source() instanceof PlannedModule.FromPath found && !found.own()
                ? Optional.of(found.label())
                : Optional.empty();
    }

    private static boolean isOf(Optional<String> owner, String feature) {
        return owner.filter(("feature " + feature)::equals).isPresent();
    }

    private static boolean isJdk(PlannedModule module) {
        return module.source() instanceof PlannedModule.FromJdk;
    }
}
