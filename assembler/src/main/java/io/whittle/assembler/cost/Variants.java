package io.whittle.assembler.cost;

import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Alternative;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.UnresolvableException;
import io.whittle.graph.resolve.WhatIf;
import io.whittle.graph.solve.PlatformGraph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** For each feature that a profile can name, the image that differs by it: really resolved, and really planned. */
final class Variants {
    private final FeatureCatalog catalog;
    private final Resolution now;
    private final PlatformGraph graph;
    private final VariantPlans plans;

    Variants(FeatureCatalog catalog, Resolution now, VariantPlans plans) {
        this.catalog = catalog;
        this.now = now;
        this.graph = PlatformGraph.of(catalog, now.platform());
        this.plans = plans;
    }

    /**
     * By name of the feature. Each costs a few resolutions and the planning of an image.
     *
     * @param about features that are asked about; none: all
     */
    List<Variant> all(Set<String> about) throws IOException {
        List<Variant> all = new ArrayList<>();
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            if (about.isEmpty() ? !feature.internal() : about.contains(name)) {
                all.add(of(name));
            }
        }
        return all;
    }

    private Variant of(String feature) throws IOException {
        boolean in = now.in().contains(feature);
        try {
            Alternative alternative = in
                    ? WhatIf.without(graph, now.profile().name(), new TreeSet<>(Set.of(feature)))
                    : WhatIf.with(graph, now.profile().name(), feature);
            Optional<Resolution> then = alternative
                    .then()
                    // What a call puts behind modules is not in the catalogue.
                    .map(other -> other.replacing(now.profile().replace()))
                    .filter(other -> other.in().contains(feature) != in);
            return then.isPresent()
                    ? planned(feature, in, then.get())
                    : Variant.refused(
                            feature,
                            in,
                            alternative.refused().map(Variants::line).orElse("nothing that the profile says helps"));
        } catch (UnresolvableException impossible) {
            return Variant.refused(feature, in, line(impossible));
        }
    }

    private Variant planned(String feature, boolean in, Resolution then) throws IOException {
        try {
            return new Variant(feature, in, Optional.of(then), Optional.of(plans.plan(then)), Optional.empty());
        } catch (LinkException cannot) {
            return permitted(feature, in, then, cannot);
        }
    }

    /** What a profile forbids has a price all the same, and is often forbidden for that. */
    private Variant permitted(String feature, boolean in, Resolution then, LinkException cannot) throws IOException {
        try {
            ImagePlan plan = plans.plan(then.permittingAll());
            String forbidden = plan.modules().keySet().stream()
                    .filter(then.profile().forbid()::containsKey)
                    .collect(Collectors.joining(", "));
            return new Variant(
                    feature, in, Optional.of(then), Optional.of(plan), Optional.of("the profile forbids " + forbidden));
        } catch (LinkException still) {
            return Variant.refused(feature, in, OneLine.of(cannot.faults().get(0)));
        }
    }

    private static String line(UnresolvableException refused) {
        return OneLine.of(refused.text(refused.faults().get(0)));
    }
}
