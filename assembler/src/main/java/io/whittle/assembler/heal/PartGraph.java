package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.Candidates;
import io.whittle.graph.resolve.JdkNeed;
import io.whittle.graph.resolve.Provision;
import io.whittle.graph.resolve.Requirement;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parts of two images, and what requires what. A feature requires features, one provider of each of its needs, and the modules of
 * the JDK that its own modules reach; a module of the JDK those that its descriptor requires; a module that no feature has whatever it reaches.
 */
final class PartGraph {
    private final TrialPlans plans;
    private final Superset all;
    private final Resolution superset;
    private final Set<ImagePart> image;
    private final ModuleClosure closure;

    private PartGraph(TrialPlans plans, Superset all, Set<ImagePart> image) throws IOException {
        this.plans = plans;
        this.all = all;
        this.superset = all.planned().resolution();
        this.image = image;
        this.closure = new ModuleClosure(plans.index(), plans.jdk());
    }

    /**
     * The candidates between an image and a superset of it.
     *
     * @param over the kinds that are candidates; what is of another kind comes and goes as it is brought along
     */
    static Candidates<ImagePart> of(TrialPlans plans, TrialPlans.Planned image, Superset superset, Over over)
            throws IOException {
        Set<ImagePart> less = parts(plans, image, over);
        Set<ImagePart> more = new TreeSet<>(parts(plans, superset.planned(), over));
        more.addAll(less);
        superset.modules().stream()
                .map(ImagePart::module)
                .filter(part -> over.includes(part.kind()))
                .forEach(more::add);
        return new PartGraph(plans, superset, less).candidates(more);
    }

    /** What is in an image. */
    private static Set<ImagePart> parts(TrialPlans plans, TrialPlans.Planned planned, Over over) {
        Set<ImagePart> parts = new TreeSet<>();
        planned.resolution().in().forEach(feature -> parts.add(ImagePart.feature(feature)));
        planned.plan().modules().keySet().stream()
                .filter(plans.jdk().modules()::containsKey)
                .forEach(module -> parts.add(ImagePart.jdkModule(module)));
        parts.removeIf(part -> !over.includes(part.kind()));
        return parts;
    }

    private Candidates<ImagePart> candidates(Set<ImagePart> more) throws IOException {
        Map<String, SortedSet<String>> roots = rootsByFeature();
        ModuleClosure strays =
                all.modules().isEmpty() ? closure : new ModuleClosure(plans.index(all.planned()), plans.jdk());
        Map<ImagePart, Set<ImagePart>> requires = new LinkedHashMap<>();
        for (ImagePart part : more) {
            Set<ImagePart> required = new LinkedHashSet<>();
            switch (part.kind()) {
                case FEATURE -> {
                    addFeatures(part.name(), required);
                    closure.jdkModules(roots.getOrDefault(part.name(), new TreeSet<>()))
                            .forEach(module -> required.add(ImagePart.jdkModule(module)));
                }
                case JDK_MODULE ->
                    closure.jdkModules(Set.of(part.name()))
                            .forEach(module -> required.add(ImagePart.jdkModule(module)));
                case MODULE ->
                    strays.of(Set.of(part.name()))
                            .forEach(module -> required.add(
                                    plans.jdk().modules().containsKey(module)
                                            ? ImagePart.jdkModule(module)
                                            : ImagePart.module(module)));
            }
            required.remove(part);
            // Of another kind than is looked for. And the image stands as it is, whoever else would provide what it
            // needs.
            required.retainAll(image.contains(part) ? image : more);
            requires.put(part, required);
        }
        return new Candidates<>(image, more, requires);
    }

    private void addFeatures(String feature, Set<ImagePart> required) {
        for (Requirement requirement : superset.requirements().getOrDefault(feature, List.of())) {
            required.add(ImagePart.feature(requirement.required()));
        }
        Map<String, List<String>> providers = superset.provisions().getOrDefault(feature, List.of()).stream()
                .collect(Collectors.groupingBy(
                        provision -> provision.need().capability(),
                        TreeMap::new,
                        Collectors.mapping(Provision::provider, Collectors.toList())));
        for (List<String> each : providers.values()) {
            // Any of them does; one that the image has does already.
            if (each.stream().map(ImagePart::feature).noneMatch(image::contains)) {
                required.add(ImagePart.feature(each.get(0)));
            }
        }
    }

    private Map<String, SortedSet<String>> rootsByFeature() {
        Map<String, SortedSet<String>> roots = new TreeMap<>();
        superset.modules()
                .forEach((module, owner) -> owner.feature()
                        .ifPresent(feature -> roots.computeIfAbsent(feature, none -> new TreeSet<>())
                                .add(module)));
        for (JdkNeed need : superset.jdkModules().values()) {
            need.owners()
                    .forEach(owner -> owner.feature()
                            .ifPresent(feature -> roots.computeIfAbsent(feature, none -> new TreeSet<>())
                                    .add(need.module())));
        }
        return roots;
    }
}
