package io.whittle.graph.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds features that one profile includes and excludes on the same platform. */
final class ContraryWords {
    private final FeatureCatalog catalog;
    private final FaultLog faults;

    ContraryWords(FeatureCatalog catalog, FaultLog faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        catalog.profiles().values().stream()
                .filter(profile ->
                        !profile.include().isEmpty() && !profile.exclude().isEmpty())
                .forEach(this::profile);
    }

    private void profile(Profile profile) {
        Map<String, Word> included = firstOfEach(profile.include());
        Map<String, PlatformSet> where = new HashMap<>();
        profile.include()
                .forEach(word -> where.merge(word.feature().text(), PlatformSet.of(word.when()), PlatformSet::or));
        for (Word word : profile.exclude()) {
            String name = word.feature().text();
            if (included.containsKey(name)) {
                PlatformSet both = where.get(name).and(PlatformSet.of(word.when()));
                both.any()
                        .ifPresent(platform -> faults.meaning(
                                word.feature().place(), message(profile, included.get(name), word, platform)));
            }
        }
    }

    private String message(Profile profile, Word included, Word excluded, Platform platform) {
        boolean always = included.when().equals(PlatformCondition.ALWAYS)
                && excluded.when().equals(PlatformCondition.ALWAYS);
        return "profile " + profile.name() + " excludes " + excluded.feature() + " and includes it at "
                + catalog.source().at(included.feature().place())
                + (always ? "" : ", both on " + platform) + "; remove one of the two"
                + (always ? "" : ", or give them conditions that never hold on one platform");
    }

    private static Map<String, Word> firstOfEach(List<Word> words) {
        Map<String, Word> first = new HashMap<>();
        words.forEach(word -> first.putIfAbsent(word.feature().text(), word));
        return first;
    }
}
