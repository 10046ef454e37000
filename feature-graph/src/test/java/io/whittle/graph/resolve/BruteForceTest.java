package io.whittle.graph.resolve;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

/** Random catalogues against a reference that tries every set; {@code -Dmodels.seed} and {@code -Dmodels} repeat a run. */
class BruteForceTest {
    private static final int MODELS = Integer.getInteger("models", 20_000);
    private static final long SEED = Long.getLong("models.seed", System.nanoTime());
    private static final List<Platform> PLATFORMS =
            List.of(Platform.parse("linux/amd64"), Platform.parse("macos/arm64"), Platform.parse("windows/amd64"));

    @BeforeAll
    static void printSeed() {
        System.out.println(MODELS + " random catalogues from -Dmodels.seed=" + SEED);
    }

    @Test
    void anAnswerExistsExactlyWhenOneExistsAndItIsTheSmallest() {
        int answered = 0;
        int withAll = 0;
        for (int i = 0; i < MODELS; i++) {
            RandomModel model = RandomModel.of(SEED + i);
            Platform platform = PLATFORMS.get(i % PLATFORMS.size());
            Optional<Set<String>> expected = new NaiveResolver(model, platform).answer();
            assertThat(resolve(model.catalog(), platform).map(resolution -> Set.copyOf(resolution.in())))
                    .as("seed %d on %s: %s", SEED + i, platform, model)
                    .isEqualTo(expected.map(Set::copyOf));
            answered += expected.isPresent() ? 1 : 0;
            withAll += model.profiles().get(0).includeAll().isPresent() ? 1 : 0;
        }
        // A generator that drifts to one side would prove little.
        assertThat(answered).as("models that have an answer").isBetween(MODELS / 4, MODELS * 3 / 4);
        assertThat(withAll).as("models that ask for all").isGreaterThan(MODELS / 4);
    }

    @Test
    void everyReasonIsTrueAndEveryChainIsMadeOfEdgesThatJoin() {
        for (int i = 0; i < MODELS / 8; i++) {
            long seed = SEED + i;
            RandomModel model = RandomModel.of(seed);
            Platform platform = PLATFORMS.get(i % PLATFORMS.size());
            Optional<Resolution> resolution = resolve(model.catalog(), platform);
            if (resolution.isPresent()) {
                TruthOfReasons truth = new TruthOfReasons(model, platform, resolution.get());
                resolution
                        .get()
                        .features()
                        .values()
                        .forEach(decision -> assertThat(truth.tells(decision))
                                .as("seed %d on %s: %s", seed, platform, decision)
                                .isTrue());
            }
        }
    }

    @Test
    void reorderingKeysAndListsChangesNothing() {
        for (int i = 0; i < MODELS / 8; i++) {
            RandomModel model = RandomModel.of(SEED + i);
            RandomModel shuffled = model.renamedAndShuffled(UnaryOperator.identity(), new Random(i));
            Platform platform = PLATFORMS.get(i % PLATFORMS.size());
            assertThat(answerOf(shuffled.catalog(), platform))
                    .as("seed %d", SEED + i)
                    .isEqualTo(answerOf(model.catalog(), platform));
        }
    }

    @Test
    void renamingFeaturesChangesNothingButNames() {
        UnaryOperator<String> mirrored = name -> "g" + (char) ('z' - Integer.parseInt(name.substring(1)));
        for (int i = 0; i < MODELS / 8; i++) {
            RandomModel model = RandomModel.of(SEED + i);
            Platform platform = PLATFORMS.get(i % PLATFORMS.size());
            Optional<Set<String>> renamed = resolve(model.catalog(), platform).map(resolution -> {
                Set<String> names = new TreeSet<>();
                resolution.in().forEach(name -> names.add(mirrored.apply(name)));
                return names;
            });
            assertThat(resolve(model.renamedAndShuffled(mirrored, new Random(i)).catalog(), platform)
                            .map(resolution -> Set.copyOf(resolution.in())))
                    .as("seed %d", SEED + i)
                    .isEqualTo(renamed.map(Set::copyOf));
        }
    }

    private static Optional<Resolution> resolve(FeatureCatalog catalog, Platform platform) {
        try {
            return Optional.of(Resolver.resolve(catalog, new Request("p", platform)));
        } catch (UnresolvableException refused) {
            assertThat(refused.faults()).isNotEmpty();
            return Optional.empty();
        }
    }

    /** The whole answer, every reason included, or the whole refusal. */
    private static Object answerOf(FeatureCatalog catalog, Platform platform) {
        try {
            Resolution resolution = Resolver.resolve(catalog, new Request("p", platform));
            Map<String, Reason> reasons = new TreeMap<>();
            resolution.features().forEach((name, decision) -> reasons.put(name, decision.reason()));
            return List.of(reasons, resolution.requirements(), resolution.warnings());
        } catch (UnresolvableException refused) {
            return refused.faults();
        }
    }
}
