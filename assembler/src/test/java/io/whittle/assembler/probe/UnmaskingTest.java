package io.whittle.assembler.probe;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What rows tell of a check's needs, by hand and against every set of one or two features. */
class UnmaskingTest {
    private static final List<String> FEATURES = List.of("a", "b", "c", "d", "e", "f");

    @Test
    void aFeatureOutOnlyWhereTheCheckFailsIsSuspected() {
        List<RowVerdict> verdicts = List.of(
                failed("row-1", "netstack", "zip"), passed("row-2", "zip"), passed("row-3", "mail"), passed("row-4"));

        assertThat(Unmasking.of(verdicts))
                .containsExactly(new Unmasked(List.of("row-1"), List.of(Suspect.ofCheck("netstack"))));
    }

    @Test
    void rowsThatFailForTheSameReasonAreOneAnswer() {
        List<RowVerdict> verdicts =
                List.of(failed("row-1", "netstack"), passed("row-2", "zip"), failed("row-3", "netstack", "zip"));

        assertThat(Unmasking.of(verdicts))
                .containsExactly(new Unmasked(List.of("row-1", "row-3"), List.of(Suspect.ofCheck("netstack"))));
    }

    @Test
    void twoThatStandInForEachOtherAreSuspectedTogether() {
        List<RowVerdict> verdicts =
                List.of(failed("row-1", "jul", "slf4j"), passed("row-2", "jul"), passed("row-3", "slf4j"));

        assertThat(Unmasking.of(verdicts))
                .containsExactly(new Unmasked(List.of("row-1"), List.of(Suspect.ofCheck("jul", "slf4j"))));
    }

    @Test
    void aFeatureThatFailsTheCheckOnlyWithoutAnotherMayNeedIt() {
        List<RowVerdict> verdicts = List.of(
                new RowVerdict("row-1", set("dns"), set("netstack", "zip"), false),
                new RowVerdict("row-2", set(), set("dns", "netstack", "zip"), true),
                new RowVerdict("row-3", set("dns", "netstack"), set("zip"), true),
                new RowVerdict("row-4", set("netstack"), set("dns", "zip"), true));

        assertThat(Unmasking.of(verdicts))
                .containsExactly(new Unmasked(List.of("row-1"), List.of(Suspect.of("dns", "netstack"))));
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
        List<Suspect> ones = explaining(row, verdicts, FEATURES.stream().map(Suspect::ofCheck));
        Stream<Suspect> twos = Stream.concat(
                FEATURES.stream()
                        .flatMap(in ->
                                FEATURES.stream().filter(out -> !in.equals(out)).map(out -> Suspect.of(in, out))),
                FEATURES.stream()
                        .flatMap(first -> FEATURES.stream()
                                .filter(second -> first.compareTo(second) < 0)
                                .map(second -> Suspect.ofCheck(first, second))));
        return ones.isEmpty() ? explaining(row, verdicts, twos) : ones;
    }

    private static List<Suspect> explaining(String row, List<RowVerdict> verdicts, Stream<Suspect> suspects) {
        return suspects.filter(suspect -> verdicts.stream()
                        .filter(verdict -> suspect.bites(verdict.in(), verdict.out()))
                        .noneMatch(RowVerdict::passed))
                .filter(suspect -> verdicts.stream()
                        .anyMatch(verdict -> verdict.row().equals(row) && suspect.bites(verdict.in(), verdict.out())))
                .toList();
    }

    private static List<RowVerdict> random(Random random) {
        List<RowVerdict> verdicts = new ArrayList<>();
        int rows = 1 + random.nextInt(8);
        for (int row = 1; row <= rows; row++) {
            SortedSet<String> out = new TreeSet<>(FEATURES);
            out.removeIf(feature -> random.nextBoolean());
            SortedSet<String> in = new TreeSet<>(FEATURES);
            in.removeAll(out);
            verdicts.add(new RowVerdict("row-" + row, in, out, random.nextInt(3) > 0));
        }
        return verdicts;
    }

    private static RowVerdict passed(String row, String... out) {
        return new RowVerdict(row, set(), set(out), true);
    }

    private static RowVerdict failed(String row, String... out) {
        return new RowVerdict(row, set(), set(out), false);
    }

    private static SortedSet<String> set(String... features) {
        return new TreeSet<>(Set.of(features));
    }
}
