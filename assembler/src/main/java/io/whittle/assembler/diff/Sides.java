package io.whittle.assembler.diff;

import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.LockEntry;
import io.whittle.assembler.lock.LockedFinding;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.explain.Explanation;
import io.whittle.graph.resolve.Resolution;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes sides of what was read already. Linear in it. */
public final class Sides {
    private Sides() {}

    /**
     * A catalogue.
     *
     * @param resolutions what its profiles come to
     * @param refused what cannot be had, with why
     */
    public static Side of(
            String name, FeatureCatalog catalog, List<Resolution> resolutions, SortedMap<ImageKey, String> refused) {
        SortedMap<ImageKey, ImageState> images = new TreeMap<>();
        for (Resolution resolution : resolutions) {
            images.put(new ImageKey(resolution.profile().name(), resolution.platform()), state(resolution));
        }
        return new Side(
                Kind.CATALOG, name, Optional.of(CatalogStatements.of(catalog)), images, refused, Optional.empty());
    }

    /** An accepted state. */
    public static Side of(String name, Lock lock) {
        SortedMap<ImageKey, ImageState> images = new TreeMap<>();
        lock.profiles()
                .forEach((profile, entries) -> entries.forEach(
                        (platform, entry) -> images.put(new ImageKey(profile, platform), state(entry))));
        SortedMap<LockedFinding, String> findings = new TreeMap<>();
        lock.findings().forEach(finding -> findings.put(finding, "accepted"));
        return new Side(
                Kind.LOCK,
                name,
                Optional.empty(),
                images,
                new TreeMap<>(),
                findings.isEmpty() ? Optional.empty() : Optional.of(findings));
    }

    private static ImageState state(Resolution resolution) {
        SortedMap<String, Standing> features = new TreeMap<>();
        resolution
                .features()
                .forEach((feature, decision) -> features.put(
                        feature,
                        new Standing(
                                decision.isIn(),
                                Explanation.of(resolution, feature).text())));
        SortedMap<String, BudgetState> budgets = new TreeMap<>();
        resolution
                .profile()
                .budgets()
                .forEach((budget, said) ->
                        budgets.put(budget, new BudgetState(said.value().amount(), Optional.empty())));
        return new ImageState(features, Optional.empty(), Optional.empty(), Optional.empty(), budgets);
    }

    private static ImageState state(LockEntry entry) {
        SortedMap<String, Standing> features = new TreeMap<>();
        entry.contents().features().forEach((feature, kind) -> features.put(feature, new Standing(true, kind)));
        return new ImageState(
                features,
                Optional.of(entry.contents()),
                Optional.of(entry.imageBytes()),
                Optional.empty(),
                new TreeMap<>());
    }
}
