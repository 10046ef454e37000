package io.whittle.assembler.bisect;

import io.whittle.assembler.bisect.BisectionResult.Healed;
import io.whittle.assembler.bisect.BisectionResult.ImagePasses;
import io.whittle.assembler.bisect.BisectionResult.NotRun;
import io.whittle.assembler.bisect.BisectionResult.OptionsSuspected;
import io.whittle.assembler.bisect.BisectionResult.SupersetFails;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import static io.whittle.assembler.bisect.Verdict.FAIL;
import static io.whittle.assembler.bisect.Verdict.PASS;
import static io.whittle.assembler.bisect.Verdict.UNRESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BisectorTest {
    @Test
    void anImageThatPassesIsNotBisected() {
        BisectionResult<String> result = Bisector.bisect(BisectionRequest.of(free("a"), closed -> PASS));

        assertThat(result).isInstanceOf(ImagePasses.class);
        assertThat(result.runs().count()).isEqualTo(2);
    }

    @Test
    void aSupersetThatFailsIsNotBisected() {
        BisectionResult<String> result = Bisector.bisect(BisectionRequest.of(free("a"), closed -> FAIL));

        assertThat(result).isInstanceOf(SupersetFails.class);
        assertThat(result.runs().all()).extracting(Run::added).containsExactly(List.of("a"), List.of());
    }

    @Test
    void whatCannotBeRunIsSaid() {
        assertThat(Bisector.bisect(BisectionRequest.of(free("a"), closed -> UNRESOLVED)))
                .isInstanceOfSatisfying(
                        NotRun.class, notRun -> assertThat(notRun.image()).isTrue());
        assertThat(Bisector.bisect(BisectionRequest.of(free("a"), closed -> closed.contains("a") ? UNRESOLVED : FAIL)))
                .isInstanceOfSatisfying(
                        NotRun.class, notRun -> assertThat(notRun.image()).isFalse());
    }

    @Test
    void aDependentOfTheCulpritIsNotBlamed() {
        Candidates<String> candidates = new Candidates<>(
                Set.of("java.base"),
                inOrder("jdk.crypto.cryptoki", "jdk.crypto.ec", "java.base"),
                Map.of("jdk.crypto.cryptoki", Set.of("jdk.crypto.ec", "java.base")));

        Healed<String> found = healed(BisectionRequest.of(candidates, needing("jdk.crypto.ec")));

        assertThat(found.answer().culprits()).containsExactly("jdk.crypto.ec");
        assertThat(found.answer().added()).containsExactly("jdk.crypto.ec");
    }

    @Test
    void whatACulpritRequiresIsNotAskedFor() {
        Candidates<String> candidates =
                new Candidates<>(Set.of(), inOrder("sql", "xml", "log"), Map.of("sql", Set.of("xml")));

        Healed<String> found = healed(BisectionRequest.of(candidates, needing("sql", "xml")));

        assertThat(found.answer().culprits()).containsExactly("sql");
        assertThat(found.answer().added()).containsExactly("xml", "sql");
    }

    @Test
    void ofACircleTheFirstIsNamed() {
        Candidates<String> candidates =
                new Candidates<>(Set.of(), inOrder("c", "b", "a"), Map.of("a", Set.of("b"), "b", Set.of("a")));

        Healed<String> found = healed(BisectionRequest.of(candidates, needing("a")));

        assertThat(found.answer().culprits()).containsExactly("b");
        assertThat(found.answer().added()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whatMayStandInForACulpritIsSaid() {
        Healed<String> found = healed(BisectionRequest.of(
                free("a", "b", "c", "d"),
                closed -> closed.contains("d") && (closed.contains("a") || closed.contains("c")) ? PASS : FAIL));

        assertThat(found.answer().culprits()).containsExactly("a", "d");
        assertThat(found.alternatives()).containsExactly(new Alternative<>(List.of("a"), List.of("c")));
        assertThat(found.all()).isTrue();
    }

    @Test
    void oneAnswerIsEnoughWhereNoMoreIsAskedFor() {
        Oracle<String> either = closed -> closed.contains("a") || closed.contains("b") ? PASS : FAIL;

        Healed<String> found =
                healed(BisectionRequest.of(free("a", "b"), either).answers(1));

        assertThat(found.others()).isEmpty();
        assertThat(found.all()).isFalse();
    }

    @Test
    void suspectsAreTriedFirst() {
        Candidates<String> many = free(numbers(200));

        Healed<String> found = healed(BisectionRequest.of(many, needing("n7")).suspecting(Set.of("n7", "n150")));

        assertThat(found.answer().culprits()).containsExactly("n7");
        assertThat(found.beyondSuspects()).isFalse();
        assertThat(found.runs().count()).isLessThan(8);
    }

    @Test
    void whatIsBeyondTheSuspectsIsFound() {
        Candidates<String> many = free(numbers(200));

        Healed<String> found =
                healed(BisectionRequest.of(many, needing("n7", "n80")).suspecting(Set.of("n7", "n150", "unknown")));

        assertThat(found.answer().culprits()).containsExactly("n7", "n80");
        assertThat(found.beyondSuspects()).isTrue();
    }

    @Test
    void aConflictThatNobodyDeclaredIsReported() {
        Predicate<Set<String>> peace = closed -> !closed.containsAll(Set.of("x", "y")) || closed.contains("z");
        Oracle<String> oracle = closed -> closed.contains("c") && peace.test(closed) ? PASS : FAIL;
        List<String> all = new ArrayList<>(List.of("x", "y", "c", "z"));
        all.addAll(List.of(numbers(20)));

        Healed<String> found = healed(BisectionRequest.of(free(all.toArray(String[]::new)), oracle));

        assertThat(found.answer().culprits()).containsExactly("c");
        Conflict<String> conflict = found.conflict().orElseThrow();
        assertThat(conflict.passing()).contains("c");
        List<String> clash = new ArrayList<>(conflict.added());
        clash.addAll(conflict.with());
        assertThat(clash).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void theAnswerIsConfirmedInALinkedImage() {
        Healed<String> found =
                healed(BisectionRequest.of(free("a", "b"), needing("b")).confirmedBy(needing("b")));

        assertThat(found.confirmation()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(found.runs().all()).filteredOn(Run::linked).hasSize(1);
    }

    @Test
    void whereLinkedImagesSayOtherwiseTheyAreSearched() {
        Healed<String> found =
                healed(BisectionRequest.of(free("a", "b", "c"), needing("b")).confirmedBy(needing("b", "c")));

        assertThat(found.answer().culprits()).containsExactly("b", "c");
        assertThat(found.confirmation()).isEqualTo(Confirmation.SEARCHED_AGAIN);
    }

    @Test
    void whereNoLinkedImagePassesItsOptionsAreSuspected() {
        assertThat(Bisector.bisect(
                        BisectionRequest.of(free("a", "b"), needing("b")).confirmedBy(closed -> FAIL)))
                .isInstanceOfSatisfying(
                        OptionsSuspected.class,
                        suspected -> assertThat(suspected.image()).isFalse());
        assertThat(Bisector.bisect(
                        BisectionRequest.of(free("a", "b"), needing()).confirmedBy(closed -> FAIL)))
                .isInstanceOfSatisfying(
                        OptionsSuspected.class,
                        suspected -> assertThat(suspected.image()).isTrue());
    }

    @Test
    void aCheckThatPassesAtTheThirdAttemptIsFlaky() {
        int[] calls = new int[1];
        Oracle<String> third = closed -> closed.contains("a") && ++calls[0] % 3 == 0 ? PASS : FAIL;

        Healed<String> found = healed(BisectionRequest.of(free("a", "b"), third).attempts(3));

        assertThat(found.answer().culprits()).containsExactly("a");
        assertThat(found.runs().flaky()).isTrue();
        assertThat(found.runs().attempts()).isEqualTo(3 * found.runs().count());
    }

    @Test
    void aFailThatDoesNotHoldIsAskedAgain() {
        List<String> failedOnce = new ArrayList<>();
        Oracle<String> oracle = closed -> {
            boolean badLuck =
                    closed.containsAll(Set.of("n0", "n1", "n2", "n3")) && closed.size() == 10 && failedOnce.isEmpty();
            if (badLuck) {
                failedOnce.add("here");
            }
            return closed.contains("n3") && !badLuck ? PASS : FAIL;
        };

        int asked = 0;
        for (int size = 20; size < 60; size++) {
            failedOnce.clear();
            Healed<String> found = healed(BisectionRequest.of(free(numbers(size)), oracle));

            assertThat(found.answer().culprits()).as("of %d", size).containsExactly("n3");
            assertThat(found.conflict()).as("of %d", size).isEmpty();
            assertThat(found.runs().flaky()).as("of %d", size).isEqualTo(!failedOnce.isEmpty());
            asked += failedOnce.size();
        }
        assertThat(asked).isPositive();
    }

    @Test
    void progressCountsUpToWhatWasRun() {
        List<Integer> done = new ArrayList<>();
        List<Integer> suspects = new ArrayList<>();
        Healed<String> found =
                healed(BisectionRequest.of(free(numbers(100)), needing("n50")).reporting((left, before, expected) -> {
                    assertThat(expected).isGreaterThan(before);
                    done.add(before);
                    suspects.add(left);
                }));

        assertThat(done).hasSize(found.runs().count()).isSorted().startsWith(0, 1, 2);
        assertThat(suspects).startsWith(100, 100, 100).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void timesAreTheClocksOfTheCaller() {
        Clock clock = new Clock() {
            private Instant now = Instant.EPOCH;

            @Override
            public Instant instant() {
                now = now.plusSeconds(1);
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };

        BisectionRequest<String> plain = BisectionRequest.of(free("a", "b"), needing("a"));
        Runs<String> runs = healed(new BisectionRequest<>(
                        plain.candidates(),
                        plain.suspects(),
                        plain.oracle(),
                        plain.linked(),
                        plain.attempts(),
                        plain.answers(),
                        plain.proof(),
                        plain.progress(),
                        clock))
                .runs();

        assertThat(runs.all()).extracting(Run::time).containsOnly(Duration.ofSeconds(1));
        assertThat(runs.time()).isEqualTo(Duration.ofSeconds(2L * runs.count() + 1));
    }

    @Test
    void setsThatAreNotClosedAreRefused() {
        assertThatThrownBy(() -> new Candidates<>(Set.of(), Set.of("a"), Map.of("a", Set.of("b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the superset is not closed: something in it requires [b], which is not in it");
        assertThatThrownBy(() -> new Candidates<>(Set.of("a"), Set.of("b"), Map.of()))
                .hasMessage("the superset lacks [a] of the image");
    }

    private static Healed<String> healed(BisectionRequest<String> request) {
        return (Healed<String>) Bisector.bisect(request);
    }

    private static Candidates<String> free(String... all) {
        return new Candidates<>(Set.of(), inOrder(all), Map.of());
    }

    private static Set<String> inOrder(String... all) {
        return new LinkedHashSet<>(Arrays.asList(all));
    }

    private static String[] numbers(int size) {
        String[] names = new String[size];
        Arrays.setAll(names, i -> "n" + i);
        return names;
    }

    private static Oracle<String> needing(String... these) {
        return closed -> closed.containsAll(Set.of(these)) ? PASS : FAIL;
    }
}
