package io.whittle.graph.matrix;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.RandomModel;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Random catalogues with edges of all kinds, against the resolution of every choice of their public features. */
@Tag("exhaustive")
class BruteForceRowsTest {
    private static final Platform PLATFORM = Platform.parse("linux/amd64");
    private static final int MODELS = 150;
    private static final int MOST_FEATURES = 8;

    @Test
    void rowsMeetExactlyThePairsThatSomeChoiceMeets() {
        int checked = 0;
        int bound = 0;
        for (long seed = 0; checked < MODELS; seed++) {
            FeatureCatalog catalog = RandomModel.of(seed).catalog();
            SortedSet<String> publicOnes = publicOnes(catalog);
            if (publicOnes.size() > MOST_FEATURES) {
                continue;
            }
            checked++;
            String words = "seed " + seed + "\n" + RandomModel.of(seed);
            List<PairRow> choices = choices(catalog, publicOnes);
            SortedSet<String> open = all(choices, PairRow::include);
            open.retainAll(all(choices, PairRow::exclude));
            Set<MixedPair> possible = new HashSet<>();
            choices.forEach(choice -> possible.addAll(pairs(choice, open)));
            PairRows rows = PairRows.of(catalog, PLATFORM, Integer.MAX_VALUE, PairProgress.SILENT);
            bound += rows.bound().size();

            assertThat(rows.features()).as(words).isEqualTo(open);
            Set<MixedPair> met = new HashSet<>();
            for (PairRow row : rows.rows()) {
                SortedSet<String> in = new TreeSet<>(rows.resolve(row).in());
                in.retainAll(open);
                assertThat(in).as(words).isEqualTo(row.include());
                SortedSet<String> out = new TreeSet<>(open);
                out.removeAll(in);
                assertThat(out).as(words).isEqualTo(row.exclude());
                met.addAll(pairs(row, open));
            }
            assertThat(met).as(words).isEqualTo(possible);
            assertThat(rows.covered()).as(words).isEqualTo(met.size());
            assertThat(rows.bound())
                    .as(words)
                    .noneMatch(possible::contains)
                    .hasSize((int) rows.pairs() - possible.size());
        }
        assertThat(bound).isGreaterThan(MODELS);
    }

    /** Every choice of public features that can be had. */
    private static List<PairRow> choices(FeatureCatalog catalog, SortedSet<String> publicOnes) {
        List<String> names = new ArrayList<>(publicOnes);
        List<PairRow> choices = new ArrayList<>();
        for (int bits = 0; bits < 1 << names.size(); bits++) {
            SortedSet<String> include = new TreeSet<>();
            SortedSet<String> exclude = new TreeSet<>();
            for (int i = 0; i < names.size(); i++) {
                ((bits >> i & 1) == 1 ? include : exclude).add(names.get(i));
            }
            choices.add(new PairRow("choice-" + bits, include, exclude));
        }
        FeatureCatalog withChoices = RowProfiles.added(catalog, choices);
        List<PairRow> had = new ArrayList<>();
        for (PairRow choice : choices) {
            try {
                Resolver.resolve(withChoices, new Request(choice.profile(), PLATFORM));
                had.add(choice);
            } catch (UnresolvableException refused) {
                assertThat(refused.faults()).isNotEmpty();
            }
        }
        return had;
    }

    private static SortedSet<String> publicOnes(FeatureCatalog catalog) {
        return catalog.features().values().stream()
                .filter(feature -> !feature.internal())
                .map((Feature feature) -> feature.name().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> all(List<PairRow> choices, Function<PairRow, Set<String>> features) {
        return choices.stream()
                .flatMap(choice -> features.apply(choice).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<MixedPair> pairs(PairRow row, Set<String> open) {
        return row.include().stream()
                .filter(open::contains)
                .flatMap(in -> row.exclude().stream().filter(open::contains).map(out -> new MixedPair(in, out)))
                .collect(Collectors.toSet());
    }
}
