package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.JdkModule;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What an image holds once it is decided which features are in: modules, modules of the JDK, artifacts. */
final class Contents {
    private final SortedMap<String, List<Requirement>> requirements = new TreeMap<>();
    private final SortedMap<String, List<Provision>> provisions = new TreeMap<>();
    private final SortedMap<String, Ownership> modules = new TreeMap<>();
    private final SortedMap<String, JdkNeed> jdkModules = new TreeMap<>();
    private final SortedMap<String, List<Ownership>> artifacts = new TreeMap<>();

    private Contents() {}

    /** The resolution that follows from the decisions on every feature. */
    static Resolution of(
            PlatformView view,
            SortedMap<String, Decision> decisions,
            SortedMap<String, ProviderChoice> choices,
            List<Notice> warnings) {
        Contents contents = new Contents();
        contents.add(view.catalog().base().body(), mention -> new Ownership.ByBase(mention.place()));
        for (Feature feature : view.catalog().features().values()) {
            if (decisions.get(feature.name().text()).isIn()) {
                contents.addFeature(feature, view, decisions);
            } else {
                contents.addFallback(feature);
            }
        }
        return new Resolution(
                view.catalog().source(),
                view.catalog().name().map(Mention::text),
                view.profile(),
                view.platform(),
                decisions,
                contents.requirements,
                contents.provisions,
                choices,
                contents.modules,
                contents.jdkModules,
                contents.artifacts,
                warnings);
    }

    private void addFeature(Feature feature, PlatformView view, SortedMap<String, Decision> decisions) {
        String name = feature.name().text();
        requirements.put(name, requirements(view.graph(), name));
        provisions.put(name, provisions(view.graph(), name, decisions));
        add(feature.body(), mention -> new Ownership.ByFeature(name, mention.place()));
        for (Variant variant : feature.variants()) {
            if (variant.when().holds(view.platform())) {
                add(variant.body(), mention -> new Ownership.ByVariant(name, variant.when(), mention.place()));
            }
        }
    }

    /** By name of the required one; of two that join the same features the first in the file. */
    static List<Requirement> requirements(PlatformGraph graph, String feature) {
        SortedMap<String, Requirement> byTarget = new TreeMap<>();
        int node = graph.feature(feature);
        for (int edge = graph.requires().begin(node), end = graph.requires().end(node); edge < end; edge++) {
            Requirement requirement = Reasons.requirement(graph, edge);
            byTarget.putIfAbsent(requirement.required(), requirement);
        }
        return List.copyOf(byTarget.values());
    }

    /** By name of the capability, then in its order: every provider that is in. */
    private static List<Provision> provisions(
            PlatformGraph graph, String feature, SortedMap<String, Decision> decisions) {
        SortedMap<String, List<Provision>> byCapability = new TreeMap<>();
        int node = graph.feature(feature);
        for (int edge = graph.needs().begin(node), end = graph.needs().end(node); edge < end; edge++) {
            Need need = Reasons.need(graph, edge);
            List<Provision> met = Arrays.stream(
                            graph.providers().targetsOf(graph.needs().target(edge)))
                    .mapToObj(graph::feature)
                    .filter(provider -> decisions.get(provider).isIn())
                    .map(provider -> new Provision(need, provider))
                    .toList();
            byCapability.putIfAbsent(need.capability(), met);
        }
        return byCapability.values().stream().flatMap(List::stream).toList();
    }

    private void addFallback(Feature feature) {
        for (Mention module : feature.fallback()) {
            modules.putIfAbsent(
                    module.text(), new Ownership.ByFallback(feature.name().text(), module.place()));
        }
    }

    private void add(FeatureBody body, Function<Mention, Ownership> owner) {
        body.modules().forEach(module -> modules.putIfAbsent(module.text(), owner.apply(module)));
        body.artifacts()
                .forEach(artifact -> artifacts
                        .computeIfAbsent(artifact.text(), coordinates -> new ArrayList<>())
                        .add(owner.apply(artifact)));
        body.jdkModules().forEach(module -> addJdkModule(module, owner.apply(module.module())));
    }

    private void addJdkModule(JdkModule module, Ownership owner) {
        String name = module.module().text();
        jdkModules.merge(name, new JdkNeed(name, module.whereItExists(), List.of(owner)), (known, another) -> {
            List<Ownership> owners = new ArrayList<>(known.owners());
            owners.addAll(another.owners());
            return new JdkNeed(name, known.whereItExists() && another.whereItExists(), owners);
        });
    }
}
