package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a profile comes to on a platform.
 *
 * @param source the text of the catalogue, for places
 * @param catalog the catalogue's own name
 * @param profile the profile, with what it inherits
 * @param platform what the image is made for
 * @param features every feature of the catalogue, by name
 * @param requirements by feature that is in: its requirements that count on the platform, by name of the required one
 * @param provisions by feature that is in: its needs, each with the providers that are in, by name of the capability
 * @param choices by capability that is needed and for which a provider was brought in: which, and why
 * @param modules root modules of the image, by name
 * @param jdkModules modules of the JDK beyond what modules require, by name
 * @param artifacts jars that are not modules, by {@code group:artifact[:classifier]}, each with its owners: base first,
 *     then by name of the feature
 * @param warnings in the order of the file
 */
public record Resolution(
        CatalogSource source,
        Optional<String> catalog,
        EffectiveProfile profile,
        Platform platform,
        SortedMap<String, Decision> features,
        SortedMap<String, List<Requirement>> requirements,
        SortedMap<String, List<Provision>> provisions,
        SortedMap<String, ProviderChoice> choices,
        SortedMap<String, Ownership> modules,
        SortedMap<String, JdkNeed> jdkModules,
        SortedMap<String, List<Ownership>> artifacts,
        List<Notice> warnings) {
    public Resolution {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        requirements = Copies.ofLists(requirements);
        provisions = Copies.ofLists(provisions);
        choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        jdkModules = Collections.unmodifiableSortedMap(new TreeMap<>(jdkModules));
        artifacts = Copies.ofLists(artifacts);
        warnings = warnings.stream().sorted().toList();
    }

    /** The same image with other artifacts behind modules. */
    public Resolution replacing(SortedMap<String, Said<Mention>> replace) {
        return with(profile.replacing(replace));
    }

    /** The same image where no module is forbidden. */
    public Resolution permittingAll() {
        return with(profile.permittingAll());
    }

    private Resolution with(EffectiveProfile other) {
        return new Resolution(
                source,
                catalog,
                other,
                platform,
                features,
                requirements,
                provisions,
                choices,
                modules,
                jdkModules,
                artifacts,
                warnings);
    }

    /** Features that are in. */
    public SortedSet<String> in() {
        return named(true);
    }

    /** Features that are out. */
    public SortedSet<String> out() {
        return named(false);
    }

    /**
     * The steps that brought a feature, from one where a chain begins (asked for, required by base, come in by itself) to this
     * one; empty when it is such a one itself, and when it is out. One of the shortest chains.
     */
    public List<Step> chain(String feature) {
        List<Step> chain = new ArrayList<>();
        Optional<Step> step = lastStep(feature);
        while (step.isPresent()) {
            chain.add(step.get());
            step = step.get().from().flatMap(this::lastStep);
        }
        Collections.reverse(chain);
        return List.copyOf(chain);
    }

    private Optional<Step> lastStep(String feature) {
        if (!(features.get(feature) instanceof Decision.In in)) {
            return Optional.empty();
        }
        if (in.reason() instanceof Reason.RequiredBy required) {
            return Optional.of(required.by());
        }
        if (in.reason() instanceof Reason.ProviderOf provider) {
            return Optional.of(provider.by());
        }
        return in.reason() instanceof Reason.RecommendedBy recommended
                ? Optional.of(recommended.by())
                : Optional.empty();
    }

    private SortedSet<String> named(boolean in) {
        SortedSet<String> names = new TreeSet<>();
        features.forEach((name, decision) -> {
            if (decision.isIn() == in) {
                names.add(name);
            }
        });
        return Collections.unmodifiableSortedSet(names);
    }
}
