package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Random catalogues against a reference that tries every set; {@code -Dmodels.seed} and {@code -Dmodels} repeat a run. */
@Tag("exhaustive")
class BruteForceTest {
    private static final int MODELS = Integer.getInteger("models", 100_000);
    private static final int SOME = Math.max(1, MODELS / 10);
    private static final long SEED = Long.getLong("models.seed", System.nanoTime());
    private static final List<Platform> PLATFORMS =
            List.of(Platform.parse("linux/amd64"), Platform.parse("macos/arm64"), Platform.parse("windows/amd64"));

    @BeforeAll
    static void printSeed() {
        System.out.println(MODELS + " random catalogues from -Dmodels.seed=" + SEED);
    }

    /** The models of a run differ in their seeds, which follow one another. */
    private record Drawn(long seed, RandomModel model, Platform platform) {
        static Drawn of(int number) {
            return new Drawn(SEED + number, RandomModel.of(SEED + number), PLATFORMS.get(number % PLATFORMS.size()));
        }

        static Drawn withoutChoice(int number) {
            return new Drawn(
                    SEED + number, RandomModel.withoutChoice(SEED + number), PLATFORMS.get(number % PLATFORMS.size()));
        }

        @Override
        public String toString() {
            return "-Dmodels=1 -Dmodels.seed=" + seed + " on " + platform + "\n" + model;
        }
    }

    @Test
    void anAnswerExistsExactlyWhenOneExistsAndEveryWordOnItIsTrue() {
        Map<NaiveResolver.Event, Integer> events = new EnumMap<>(NaiveResolver.Event.class);
        int answered = 0;
        for (int i = 0; i < MODELS; i++) {
            Drawn drawn = Drawn.of(i);
            NaiveResolver naive = new NaiveResolver(drawn.model(), drawn.platform());
            Object answer = answer(drawn.model().catalog(), drawn.platform());
            Optional<Set<String>> in =
                    answer instanceof Resolution resolution ? Optional.of(resolution.in()) : Optional.empty();
            assertThat(in).as("%s", drawn).isEqualTo(naive.answer());
            assertThat(lies(naive, answer)).as("%s", drawn).isEmpty();
            answered += in.isPresent() ? 1 : 0;
            naive.events().forEach(event -> events.merge(event, 1, Integer::sum));
        }
        System.out.println(answered + " have an answer; " + events);
        assertThat(answered).as("models that have an answer").isBetween(MODELS / 4, MODELS * 4 / 5);
        for (NaiveResolver.Event event : NaiveResolver.Event.values()) {
            // A generator that drifts to one side would prove little.
            assertThat(events.getOrDefault(event, 0))
                    .as("models in which it comes about: %s", event)
                    .isGreaterThan(MODELS / 2000);
        }
    }

    @Test
    void whatIsSaidToMendAClashMendsIt() {
        Map<String, Integer> kinds = new TreeMap<>();
        int clashes = 0;
        int mended = 0;
        for (int i = 0; i < SOME; i++) {
            Drawn drawn = Drawn.of(i);
            if (answer(drawn.model().catalog(), drawn.platform()) instanceof UnresolvableException refused) {
                TruthOfMends truth = new TruthOfMends(drawn.model(), drawn.platform());
                assertThat(truth.lies(refused.faults())).as("%s", drawn).isEmpty();
                for (Fault fault : refused.faults()) {
                    List<Mend> mends = ((Fault.Clash) fault).mends();
                    clashes++;
                    mended += mends.isEmpty() ? 0 : 1;
                    mends.forEach(mend -> kinds(mend).forEach(kind -> kinds.merge(kind, 1, Integer::sum)));
                }
            }
        }
        System.out.println(mended + " of " + clashes + " clashes have a mend; " + kinds);
        assertThat(mended).as("clashes that a mend is known for").isGreaterThan(clashes * 9 / 10);
        for (String kind : List.of("LeaveOut", "Admit", "Narrow", "Exclude", "Choose", "ChooseOther", "Requirement")) {
            // A search that offers nothing tells no lie either.
            assertThat(kinds.getOrDefault(kind, 0)).as("mends by %s", kind).isGreaterThan(SOME / 2000);
        }
    }

    private static Set<String> kinds(Mend mend) {
        Set<String> kinds = new TreeSet<>();
        if (mend instanceof Mend.InProfiles inProfiles) {
            inProfiles.edits().forEach(edit -> kinds.add(edit.getClass().getSimpleName()));
        } else {
            kinds.add("Requirement");
        }
        return kinds;
    }

    private static List<String> lies(NaiveResolver naive, Object answer) {
        if (answer instanceof UnresolvableException refused) {
            return new TruthOfFaults(naive).lies(refused.faults());
        }
        List<String> lies = new TruthOfReasons(naive, (Resolution) answer).lies();
        if (!naive.isHardAnswerMinimal()) {
            lies.add("something can be left out");
        }
        if (!naive.isSoftPartHarmless()) {
            lies.add("something soft took back what was in, or broke a sentence");
        }
        return lies;
    }

    @Test
    void reorderingMapsAndListsWithoutPreferenceChangesNothing() {
        for (int i = 0; i < SOME; i++) {
            Drawn drawn = Drawn.of(i);
            RearrangedModel shuffled =
                    new RearrangedModel(UnaryOperator.identity(), UnaryOperator.identity(), new Random(i));
            assertThat(words(answer(shuffled.of(drawn.model()).catalog(), drawn.platform())))
                    .as("%s", drawn)
                    .isEqualTo(words(answer(drawn.model().catalog(), drawn.platform())));
        }
    }

    @Test
    void renamingThatKeepsTheOrderOfNamesChangesNothingButNames() {
        for (int i = 0; i < SOME; i++) {
            Drawn drawn = Drawn.of(i);
            RearrangedModel renamed =
                    new RearrangedModel(name -> "v" + name.charAt(1), name -> "w" + name.charAt(1), new Random(i));
            List<String> expected = words(answer(drawn.model().catalog(), drawn.platform())).stream()
                    .map(words -> words.replaceAll("\\bf([a-l])\\b", "v$1").replaceAll("\\bc([a-l])\\b", "w$1"))
                    .sorted()
                    .toList();
            assertThat(words(answer(renamed.of(drawn.model()).catalog(), drawn.platform())))
                    .as("%s", drawn)
                    .isEqualTo(expected);
        }
    }

    @Test
    void whereNothingIsToBeChosenAnyRenamingChangesNothingButNames() {
        UnaryOperator<String> mirrored = name -> "v" + (char) ('z' - (name.charAt(1) - 'a'));
        for (int i = 0; i < SOME; i++) {
            Drawn drawn = Drawn.withoutChoice(i);
            RandomModel renamed =
                    new RearrangedModel(mirrored, UnaryOperator.identity(), new Random(i)).of(drawn.model());
            assertThat(in(answer(renamed.catalog(), drawn.platform())))
                    .as("%s", drawn)
                    .isEqualTo(in(answer(drawn.model().catalog(), drawn.platform()))
                            .map(names -> {
                                Set<String> mirror = new TreeSet<>();
                                names.forEach(name -> mirror.add(mirrored.apply(name)));
                                return mirror;
                            }));
        }
    }

    @Test
    void aModelReadFromItsTextComesToTheSame() throws CatalogException {
        for (int i = 0; i < Math.max(1, SOME / 10); i++) {
            Drawn drawn = Drawn.of(i);
            FeatureCatalog read = CatalogReader.read(
                            Path.of("feature-tags.yaml"), drawn.model().toString())
                    .catalog();
            assertThat(kinds(answer(read, drawn.platform())))
                    .as("%s", drawn)
                    .isEqualTo(kinds(answer(drawn.model().catalog(), drawn.platform())));
        }
    }

    private static Object answer(FeatureCatalog catalog, Platform platform) {
        try {
            return Resolver.resolve(catalog, new Request("p", platform));
        } catch (UnresolvableException refused) {
            return refused;
        }
    }

    private static Optional<Set<String>> in(Object answer) {
        return answer instanceof Resolution resolution ? Optional.of(resolution.in()) : Optional.empty();
    }

    /** The whole answer, every reason included, or the whole refusal; sorted, for here everything stands in one place. */
    private static List<String> words(Object answer) {
        if (answer instanceof UnresolvableException refused) {
            return Stream.of(refused.faults(), refused.getMessage())
                    .map(Object::toString)
                    .sorted()
                    .toList();
        }
        Resolution resolution = (Resolution) answer;
        Stream<Object> parts = Stream.of(
                resolution.features(), resolution.requirements(), resolution.provisions(), resolution.choices());
        return Stream.concat(parts, resolution.warnings().stream())
                .map(Object::toString)
                .sorted()
                .toList();
    }

    /** What does not hang on places: kinds of reasons, or how many statements clash. */
    private static Object kinds(Object answer) {
        if (answer instanceof UnresolvableException refused) {
            return refused.faults().stream()
                    .map(fault -> ((Fault.Clash) fault).statements().size())
                    .sorted()
                    .toList();
        }
        Map<String, Class<?>> kinds = new TreeMap<>();
        ((Resolution) answer)
                .features()
                .forEach((name, decision) -> kinds.put(name, decision.reason().getClass()));
        return kinds;
    }
}
