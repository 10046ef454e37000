package io.whittle.graph.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds names that nothing in the catalogue answers to. */
final class KnownNames {
    private final FeatureCatalog catalog;
    private final FaultLog faults;
    private final NearestName nearest;
    private final Set<String> features;
    private final Set<String> capabilities;
    private final Set<String> profiles;
    private final Set<String> checks;

    KnownNames(FeatureCatalog catalog, FaultLog faults, NearestName nearest) {
        this.catalog = catalog;
        this.faults = faults;
        this.nearest = nearest;
        // Nobody is led to an internal feature by a slip of the finger.
        this.features = offered(catalog.features().values().stream()
                .filter(feature -> !feature.internal())
                .map(feature -> feature.name().text()));
        this.capabilities = offered(catalog.capabilities().keySet().stream());
        this.profiles = offered(catalog.profiles().keySet().stream());
        this.checks = offered(catalog.checks().keySet().stream());
    }

    void check() {
        body(catalog.base().body());
        catalog.features().values().forEach(this::feature);
        catalog.capabilities()
                .values()
                .forEach(capability -> capability.providers().forEach(this::feature));
        image(catalog.image());
        catalog.profiles().values().forEach(this::profile);
        catalog.checks().values().forEach(check -> check.with().forEach(this::feature));
    }

    private void feature(Feature feature) {
        body(feature.body());
        feature.variants().forEach(variant -> body(variant.body()));
        feature.recommends().forEach(edge -> feature(edge.target()));
        feature.ifPresent().forEach(this::feature);
        feature.conflicts().forEach(conflict -> feature(conflict.feature()));
        feature.auto().forEach(this::feature);
        feature.checks().forEach(this::check);
    }

    private void body(FeatureBody body) {
        body.requires().forEach(edge -> feature(edge.target()));
        body.needs().forEach(edge -> capability(edge.target()));
    }

    private void profile(Profile profile) {
        profile.parent().ifPresent(this::profile);
        profile.include().forEach(word -> included(word.feature()));
        profile.exclude().forEach(word -> feature(word.feature()));
        profile.choose().forEach(this::choice);
        image(profile.image());
    }

    private void image(ImageOptions image) {
        image.train().ifPresent(checks -> checks.forEach(this::check));
    }

    private void included(Mention mention) {
        if (mention.text().equals("all") && !catalog.features().containsKey("all")) {
            faults.meaning(mention.place(), "there is no feature 'all'; to ask for all features write include: all");
        } else {
            feature(mention);
        }
    }

    private void choice(Choice choice) {
        Capability capability = catalog.capabilities().get(choice.capability().text());
        if (capability == null) {
            capability(choice.capability());
        }
        for (Edge edge : choice.providers()) {
            Mention chosen = edge.target();
            if (!catalog.features().containsKey(chosen.text())) {
                feature(chosen);
            } else if (capability != null
                    && capability.providers().stream()
                            .noneMatch(each -> each.text().equals(chosen.text()))) {
                notAProvider(chosen, capability);
            }
        }
    }

    private void notAProvider(Mention chosen, Capability capability) {
        List<String> providers =
                capability.providers().stream().map(Mention::text).toList();
        faults.meaning(
                chosen.place(),
                chosen + " provides no " + capability.name() + "; choose one of " + String.join(", ", providers)
                        + ", or add " + chosen + " to the providers of " + capability.name());
    }

    private void feature(Mention mention) {
        if (catalog.features().containsKey(mention.text())) {
            return;
        }
        if (catalog.capabilities().containsKey(mention.text())) {
            faults.meaning(
                    mention.place(),
                    mention + " is a capability, not a feature; name one of its providers, or put " + mention
                            + " under needs");
            return;
        }
        unknown(mention, "feature", features, "features");
    }

    private void capability(Mention mention) {
        if (catalog.capabilities().containsKey(mention.text())) {
            return;
        }
        if (catalog.features().containsKey(mention.text())) {
            faults.meaning(
                    mention.place(),
                    mention + " is a feature, not a capability; put it under requires, or declare a capability that it"
                            + " provides");
            return;
        }
        unknown(mention, "capability", capabilities, "capabilities");
    }

    private void profile(Mention mention) {
        if (!catalog.profiles().containsKey(mention.text())) {
            unknown(mention, "profile", profiles, "profiles");
        }
    }

    private void check(Mention mention) {
        if (!catalog.checks().containsKey(mention.text())) {
            unknown(mention, "check", checks, "checks");
        }
    }

    /** What a hint may name: a name that is itself reported would lead from one error to the next. */
    private static Set<String> offered(Stream<String> declared) {
        return declared.filter(TextForm.NAME::fits).collect(Collectors.toCollection(TreeSet::new));
    }

    private void unknown(Mention mention, String kind, Set<String> offered, String key) {
        String begins = "there is no " + kind + " '" + mention + "'; ";
        faults.meaning(
                mention.place(),
                nearest.to(mention.text(), offered)
                        .map(name -> begins + "did you mean '" + name + "'? Write that, or declare " + mention
                                + " under " + key)
                        .orElse(begins + "declare it under " + key + ", or remove it here"));
    }
}
