package io.whittle.assembler.probe;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** What rows tell of a check's needs, by hand and against every set of one or two features. */
class UnmaskingTest {
    private static final List<String> FEATURES = List.of("a", "b", "c", "d", "e", "f");

    @Test
    void aFeatureOutOnlyWhereTheCheckFailsIsSuspected() {
        List<RowVerdict> verdicts = List.of(
                failed("row-1", "netstack", "zip"), passed("row-2", "zip"), passed("row-3", "mail"), passed("row-4"));

        assertThat(Unmasking.of(verdicts))
                .containsExactly(new Unmasked(List.of("row-1"), List.of(new Suspect(List.of("netstack")))));
    }

    @Test
    void rowsThatFailForTheSameReasonAreOneAnswer() {
        List<RowVerdict> verdicts =
                List.of(failed("row-1", "netstack"), passed("row-2", "zip"), failed("row-3", "netstack", "zip"));

        assertThat(Unmasking.of(verdicts))
                .containsExactly(new Unmasked(List.of("row-1", "row-3"), List.of(new Suspect(List.of("netstack")))));
    }

    @Test
    void twoThatStandInForEachOtherAreSuspectedTogether() {
        List<RowVerdict> verdicts =
                List.of(failed("row-1", "jul", "slf4j"), passed("row-2", "jul"), passed("row-3", "slf4j"));

        assertThat(Unmasking.of(verdicts))
                .containsExactly(new Unmasked(List.of("row-1"), List.of(new Suspect(List.of("jul", "slf4j")))));
    }

    @Test
    void aFailureNothingOutExplainsHasNoSuspect() {
        List<RowVerdict> verdicts = List.of(passed("row-1", "a", "b"), failed("row-2", "a"));

        assertThat(Unmasking.of(verdicts)).containsExactly(new Unmasked(List.of("row-2"), List.of()));
    }

    @Test
    void nothingIsUnmaskedWhereNothingFails() {
        assertThat(Unmasking.of(List.of(passed("row-1", "a"), passed("row-2")))).isEmpty();
    }

    @Test
    void suspectsAreThoseFoundByTryingEverySet() {
        for (int seed = 0; seed < 2_000; seed++) {
            List<RowVerdict> verdicts = random(new Random(seed));

            for (Unmasked unmasked : Unmasking.of(verdicts)) {
                for (String row : unmasked.rows()) {
                    assertThat(unmasked.suspects()).as("seed %d, %s", seed, row).isEqualTo(tried(row, verdicts));
                }
            }
            assertThat(Unmasking.of(verdicts).stream().flatMap(unmasked -> unmasked.rows().stream()))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(verdicts.stream()
                            .filter(verdict -> !verdict.passed())
                            .map(RowVerdict::row)
                            .toList());
        }
    }

    private static List<Suspect> tried(String row, List<RowVerdict> verdicts) {
        for (int size = 1; size <= 2; size++) {
            List<Suspect> found = new ArrayList<>();
            for (List<String> set : sets(size)) {
                boolean outHere = verdicts.stream()
                        .anyMatch(verdict ->
                                verdict.row().equals(row) && verdict.out().containsAll(set));
                boolean outWherePassed = verdicts.stream()
                        .anyMatch(verdict -> verdict.passed() && verdict.out().containsAll(set));
                if (outHere && !outWherePassed) {
                    found.add(new Suspect(set));
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<List<String>> sets(int size) {
        List<List<String>> sets = new ArrayList<>();
        for (String first : FEATURES) {
            if (size == 1) {
                sets.add(List.of(first));
            } else {
                FEATURES.stream()
                        .filter(second -> first.compareTo(second) < 0)
                        .forEach(second -> sets.add(List.of(first, second)));
            }
        }
        return sets;
    }

    private static List<RowVerdict> random(Random random) {
        List<RowVerdict> verdicts = new ArrayList<>();
        int rows = 1 + random.nextInt(8);
        for (int row = 1; row <= rows; row++) {
            SortedSet<String> out = new TreeSet<>(FEATURES);
            out.removeIf(feature -> random.nextBoolean());
            verdicts.add(new RowVerdict("row-" + row, out, random.nextInt(3) > 0));
        }
        return verdicts;
    }

    private static RowVerdict passed(String row, String... out) {
        return new RowVerdict(row, new TreeSet<>(Set.of(out)), true);
    }

    private static RowVerdict failed(String row, String... out) {
        return new RowVerdict(row, new TreeSet<>(Set.of(out)), false);
    }
}
