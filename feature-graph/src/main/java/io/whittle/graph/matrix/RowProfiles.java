package io.whittle.graph.matrix;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Word;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A catalogue with a profile more for each row. */
public final class RowProfiles {
    private RowProfiles() {}

    /** What names of rows begin with: a word with which no profile's begins. */
    public static String prefix(FeatureCatalog catalog) {
        String prefix = "row-";
        // Of all names with this beginning, the first is the next after it.
        while (!catalog.profiles().subMap(prefix, prefix + Character.MAX_VALUE).isEmpty()) {
            prefix = "probe-" + prefix;
        }
        return prefix;
    }

    /** The catalogue with the rows as profiles; one that has a name of theirs is replaced. Linear in profiles and rows' features. */
    public static FeatureCatalog added(FeatureCatalog catalog, List<PairRow> rows) {
        SortedMap<String, Profile> profiles = new TreeMap<>(catalog.profiles());
        rows.forEach(row -> profiles.put(row.profile(), profile(catalog, row)));
        return catalog.withProfiles(profiles);
    }

    /** Stands nowhere in the text; what it says is said to stand where its features do. */
    private static Profile profile(FeatureCatalog catalog, PairRow row) {
        return new Profile(
                new Mention(
                        row.profile(),
                        catalog.features().values().iterator().next().name().place()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                words(catalog, row.include()),
                words(catalog, row.exclude()),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                ImageOptions.NONE);
    }

    private static List<Word> words(FeatureCatalog catalog, Collection<String> features) {
        return features.stream()
                .map(feature ->
                        new Word(catalog.features().get(feature).name(), Optional.empty(), PlatformCondition.ALWAYS))
                .toList();
    }
}
