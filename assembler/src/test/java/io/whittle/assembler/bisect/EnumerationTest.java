package io.whittle.assembler.bisect;

import io.whittle.assembler.bisect.BisectionResult.Healed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

/** On graphs so small that every closed set can be tried, what is found is what trying them all finds. */
@Tag("exhaustive")
class EnumerationTest {
    private static final int SEEDS = 400;

    private final long seed = System.nanoTime();

    EnumerationTest() {
        System.out.println("EnumerationTest seed " + seed);
    }

    @Test
    void whatMayStandInForWhatIsFoundWhole() {
        for (int i = 0; i < SEEDS; i++) {
            Random random = new Random(seed + i);
            Candidates<Integer> candidates = graph(random);
            Predicate<Set<Integer>> works = eitherOf(random, candidates);
            List<Set<Integer>> minimal = minimal(candidates, works);

            BisectionRequest<Integer> request = BisectionRequest.of(candidates, verdicts(works))
                    .answers(1000)
                    .proof(Proof.values()[i % 2]);
            if (random.nextBoolean()) {
                request = request.suspecting(some(random, candidates.lacking(), 4));
            }
            Healed<Integer> found = healed(request);

            assertThat(found.all()).as("seed %d", seed + i).isTrue();
            assertThat(found.conflict()).as("seed %d", seed + i).isEmpty();
            assertThat(found.unproven()).as("seed %d", seed + i).isEmpty();
            List<Set<Integer>> answers = new ArrayList<>(List.of(found.answer().added()));
            found.others().forEach(other -> answers.add(other.added()));
            assertThat(answers).as("seed %d", seed + i).containsExactlyInAnyOrderElementsOf(minimal);
            int least = minimal.stream().mapToInt(Set::size).min().orElseThrow();
            assertThat(found.answer().added()).as("seed %d", seed + i).hasSize(least);
            assertThat(found.runs().all()).extracting(Run::added).doesNotHaveDuplicates();
        }
    }

    /** Of these, the closed sets are too many to try, but it is known which are minimal. */
    @Test
    void onLargerGraphsEveryWayToWorkIsFound() {
        for (int i = 0; i < SEEDS; i++) {
            Random random = new Random(seed + i);
            Candidates<Integer> candidates = graph(random, 20 + random.nextInt(100));
            List<Set<Integer>> ways = ways(random, candidates);
            Set<Set<Integer>> closed = new HashSet<>();
            ways.forEach(way -> closed.add(closure(candidates, way)));
            List<Set<Integer>> minimal = closed.stream()
                    .filter(way ->
                            closed.stream().noneMatch(other -> other.size() < way.size() && way.containsAll(other)))
                    .toList();

            BisectionRequest<Integer> request = BisectionRequest.of(
                            candidates, verdicts(set -> ways.stream().anyMatch(set::containsAll)))
                    .proof(Proof.values()[i % 2]);
            if (random.nextBoolean()) {
                request = request.suspecting(some(random, candidates.lacking(), 12));
            }
            Healed<Integer> found = healed(request);

            List<Set<Integer>> answers = new ArrayList<>(List.of(found.answer().added()));
            found.others().forEach(other -> answers.add(other.added()));
            assertThat(answers).as("seed %d", seed + i).containsExactlyInAnyOrderElementsOf(minimal);
            assertThat(found.all()).as("seed %d", seed + i).isTrue();
            assertThat(found.answer().added())
                    .as("seed %d", seed + i)
                    .hasSize(minimal.stream().mapToInt(Set::size).min().orElseThrow());
        }
    }

    @Test
    void onlyWhatHasToBeAskedForIsNamed() {
        for (int i = 0; i < SEEDS; i++) {
            Random random = new Random(seed + i);
            Candidates<Integer> candidates = graph(random);
            Healed<Integer> found = healed(BisectionRequest.of(candidates, verdicts(eitherOf(random, candidates))));

            Answer<Integer> answer = found.answer();
            assertThat(closure(candidates, answer.culprits())).isEqualTo(answer.added());
            for (Integer culprit : answer.culprits()) {
                List<Integer> others = new ArrayList<>(answer.culprits());
                others.remove(culprit);
                assertThat(closure(candidates, others)).as("seed %d", seed + i).doesNotContain(culprit);
            }
        }
    }

    @Test
    void whereTwoClashTheAnswerHealsAndTheConflictIsReal() {
        int conflicts = 0;
        for (int i = 0; i < SEEDS; i++) {
            Random random = new Random(seed + i);
            Candidates<Integer> candidates = graph(random);
            Predicate<Set<Integer>> needs = eitherOf(random, candidates);
            Set<Integer> clash = some(random, candidates.lacking(), 2);
            Set<Integer> peace = some(random, candidates.lacking(), 1);
            Predicate<Set<Integer>> works =
                    set -> needs.test(set) && (!set.containsAll(clash) || set.containsAll(peace));

            Healed<Integer> found = healed(BisectionRequest.of(candidates, verdicts(works)));

            Set<Integer> added = found.answer().added();
            assertThat(works).as("seed %d", seed + i).accepts(added);
            for (Integer culprit : found.answer().culprits()) {
                assertThat(works).as("seed %d", seed + i).rejects(without(added, culprit));
            }
            if (found.conflict().isPresent()) {
                conflicts++;
                Conflict<Integer> conflict = found.conflict().get();
                Set<Integer> passing = closure(candidates, conflict.passing());
                Set<Integer> failing = union(passing, closure(candidates, conflict.added()));
                assertThat(works).as("seed %d", seed + i).accepts(passing).rejects(failing);
                assertThat(closure(candidates, conflict.added()))
                        .as("seed %d", seed + i)
                        .containsAnyElementsOf(clash);
                assertThat(failing).as("seed %d", seed + i).containsAll(clash);
            }
        }
        assertThat(conflicts).as("seed %d", seed).isPositive();
    }

    @Test
    void whatCannotBeRunIsNeitherProofNorHealing() {
        for (int i = 0; i < SEEDS; i++) {
            Random random = new Random(seed + i);
            Candidates<Integer> candidates = graph(random);
            Predicate<Set<Integer>> works = eitherOf(random, candidates);
            int salt = random.nextInt();
            int superset = candidates.lacking().size();
            Oracle<Integer> oracle = closed -> {
                boolean middle = !closed.isEmpty() && closed.size() < superset;
                return middle && new Random(closed.hashCode() + salt).nextInt(4) == 0
                        ? Verdict.UNRESOLVED
                        : verdicts(works).test(closed);
            };

            Healed<Integer> found = healed(BisectionRequest.of(candidates, oracle));

            Set<Integer> added = found.answer().added();
            assertThat(oracle.test(added)).as("seed %d", seed + i).isEqualTo(Verdict.PASS);
            for (Integer culprit : found.answer().culprits()) {
                assertThat(oracle.test(without(added, culprit)))
                        .as("seed %d", seed + i)
                        .isEqualTo(found.unproven().contains(culprit) ? Verdict.UNRESOLVED : Verdict.FAIL);
            }
        }
    }

    private static Healed<Integer> healed(BisectionRequest<Integer> request) {
        return (Healed<Integer>) Bisector.bisect(request);
    }

    private static Oracle<Integer> verdicts(Predicate<Set<Integer>> works) {
        return closed -> works.test(closed) ? Verdict.PASS : Verdict.FAIL;
    }

    /** Up to thirteen, so that some are left out one by one and some are not. */
    private static Candidates<Integer> graph(Random random) {
        return graph(random, 2 + random.nextInt(12));
    }

    private static Candidates<Integer> graph(Random random, int size) {
        Set<Integer> all = new LinkedHashSet<>();
        Map<Integer, Set<Integer>> requires = new HashMap<>();
        for (int i = 0; i < size; i++) {
            all.add(i);
            Set<Integer> required = new HashSet<>();
            for (int left = random.nextInt(3); left > 0 && i > 0; left--) {
                required.add(random.nextInt(i));
            }
            requires.put(i, required);
        }
        return new Candidates<>(Set.of(), all, requires);
    }

    private static Predicate<Set<Integer>> eitherOf(Random random, Candidates<Integer> candidates) {
        List<Set<Integer>> ways = ways(random, candidates);
        return set -> ways.stream().anyMatch(set::containsAll);
    }

    /** One to three ways to work, each of which needs one to three candidates. */
    private static List<Set<Integer>> ways(Random random, Candidates<Integer> candidates) {
        List<Set<Integer>> ways = new ArrayList<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            ways.add(some(random, candidates.lacking(), 1 + random.nextInt(3)));
        }
        return ways;
    }

    private static Set<Integer> some(Random random, List<Integer> of, int number) {
        Set<Integer> some = new HashSet<>();
        for (int i = 0; i < number; i++) {
            some.add(of.get(random.nextInt(of.size())));
        }
        return some;
    }

    private static List<Set<Integer>> minimal(Candidates<Integer> candidates, Predicate<Set<Integer>> works) {
        List<Set<Integer>> working = new ArrayList<>();
        List<Integer> all = candidates.lacking();
        for (int bits = 0; bits < 1 << all.size(); bits++) {
            Set<Integer> set = new HashSet<>();
            for (Integer candidate : all) {
                if ((bits >> candidate & 1) == 1) {
                    set.add(candidate);
                }
            }
            if (works.test(set) && closure(candidates, set).equals(set)) {
                working.add(set);
            }
        }
        return working.stream()
                .filter(set -> working.stream().noneMatch(other -> other.size() < set.size() && set.containsAll(other)))
                .toList();
    }

    private static Set<Integer> closure(Candidates<Integer> candidates, Iterable<Integer> of) {
        Set<Integer> closure = new HashSet<>();
        for (Integer candidate : of) {
            if (closure.add(candidate)) {
                closure.addAll(closure(candidates, candidates.requires().get(candidate)));
            }
        }
        return closure;
    }

    private static Set<Integer> union(Set<Integer> one, Set<Integer> other) {
        Set<Integer> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    private static Set<Integer> without(Set<Integer> set, Integer one) {
        Set<Integer> rest = new HashSet<>(set);
        rest.remove(one);
        return rest;
    }
}
