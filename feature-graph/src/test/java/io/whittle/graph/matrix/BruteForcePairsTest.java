package io.whittle.graph.matrix;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Small models, against all assignments there are. */
@Tag("exhaustive")
class BruteForcePairsTest {
    private static final int MODELS = 3000;

    @Test
    void rowsMeetExactlyWhatCanBe() {
        int unsatisfiable = 0;
        int limited = 0;
        for (int seed = 0; seed < MODELS; seed++) {
            PairQuestion question = question(new Random(seed));
            PairSample sample = PairSampler.sample(question, PairProgress.SILENT);
            List<BitSet> answers = answers(question);
            unsatisfiable += answers.isEmpty() ? 1 : 0;
            limited += sample.covered() < sample.feasible() ? 1 : 0;

            assertThat(answers).as("seed %d", seed).containsAll(sample.rows());
            assertThat(sample.rows()).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(sample.rows().size()).as("seed %d", seed).isLessThanOrEqualTo(question.mostRows());
            assertThat(sample.rows().stream().map(row -> chosen(row, question)).toList())
                    .as("seed %d", seed)
                    .isSorted();
            assertPairs(seed, question, sample, answers);
        }
        assertThat(unsatisfiable).isBetween(MODELS / 50, MODELS / 2);
        assertThat(limited).isGreaterThan(MODELS / 20);
    }

    @Test
    void progressEndsWhereAllPairsAreDecidedAndNeverGoesBack() {
        for (int seed = 0; seed < 200; seed++) {
            PairQuestion question = question(new Random(seed));
            List<Long> decided = new ArrayList<>();
            List<Integer> rows = new ArrayList<>();
            PairSample sample = PairSampler.sample(question, (done, all, found) -> {
                assertThat(all).isEqualTo(pairs(question));
                decided.add(done);
                rows.add(found);
            });
            assertThat(decided).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
            assertThat(rows).as("seed %d", seed).isSorted();
            if (!decided.isEmpty()) {
                assertThat(decided.get(decided.size() - 1)).isEqualTo(sample.pairs());
                assertThat(rows.get(rows.size() - 1)).isEqualTo(sample.rows().size());
            }
        }
    }

    @Test
    void whatIsNotAskedAboutIsRefused() {
        BitSet two = new BitSet();
        two.set(0, 2);
        PairSample sample =
                PairSampler.sample(new PairQuestion(3, List.of(), two, PairKind.MIXED), PairProgress.SILENT);
        assertThat(sample.isCovered(0, 3)).isTrue();
        assertThatThrownBy(() -> sample.isFeasible(0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sample.isFeasible(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sample.isCovered(0, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aQuestionAboutVariablesThatAreNotThereIsRefused() {
        BitSet third = new BitSet();
        third.set(2);
        assertThatThrownBy(() -> new PairQuestion(2, List.of(), third, PairKind.ALL))
                .hasMessage("there are 2 variables, and number 2 is chosen");
        assertThatThrownBy(() -> new PairQuestion(2, List.of(new int[] {0, 4}), new BitSet(), PairKind.ALL))
                .hasMessage("there are 2 variables, and [0, 4] names others");
        assertThatThrownBy(() -> new PairQuestion(2, List.of(), new BitSet(), PairKind.ALL, -1))
                .hasMessage("at most -1 rows cannot be given");
    }

    private static void assertPairs(int seed, PairQuestion question, PairSample sample, List<BitSet> answers) {
        long feasible = 0;
        long covered = 0;
        for (int literal = 0; literal < 2 * question.variables(); literal++) {
            for (int other = 0; other < 2 * question.variables(); other++) {
                if (question.asksFor(literal, other)) {
                    boolean can = meets(answers, literal, other);
                    boolean met = meets(sample.rows(), literal, other);
                    assertThat(sample.isFeasible(literal, other))
                            .as("seed %d: %d with %d can be", seed, literal, other)
                            .isEqualTo(can);
                    assertThat(sample.isCovered(literal, other))
                            .as("seed %d: %d with %d is met", seed, literal, other)
                            .isEqualTo(met);
                    feasible += can && literal < other ? 1 : 0;
                    covered += met && literal < other ? 1 : 0;
                }
            }
        }
        assertThat(sample.pairs()).as("seed %d", seed).isEqualTo(pairs(question));
        assertThat(sample.feasible()).as("seed %d", seed).isEqualTo(feasible);
        assertThat(sample.covered()).as("seed %d", seed).isEqualTo(covered);
        if (question.mostRows() == Integer.MAX_VALUE) {
            assertThat(covered).as("seed %d", seed).isEqualTo(feasible);
        }
    }

    private static long pairs(PairQuestion question) {
        int literals = 2 * question.variables();
        return IntStream.range(0, literals)
                .mapToLong(literal -> IntStream.range(0, literal)
                        .filter(other -> question.asksFor(literal, other))
                        .count())
                .sum();
    }

    private static PairQuestion question(Random random) {
        int variables = 1 + random.nextInt(9);
        List<int[]> clauses = new ArrayList<>();
        for (int i = random.nextInt(3 * variables); i > 0; i--) {
            clauses.add(random.ints(1 + Math.min(2, random.nextInt(8)), 0, 2 * variables)
                    .toArray());
        }
        BitSet chosen = new BitSet();
        IntStream.range(0, variables).filter(variable -> random.nextInt(4) > 0).forEach(chosen::set);
        PairKind kind = PairKind.values()[random.nextInt(2)];
        return random.nextInt(4) > 0
                ? new PairQuestion(variables, clauses, chosen, kind)
                : new PairQuestion(variables, clauses, chosen, kind, random.nextInt(4));
    }

    private static List<BitSet> answers(PairQuestion question) {
        return IntStream.range(0, 1 << question.variables())
                .mapToObj(bits -> BitSet.valueOf(new long[] {bits}))
                .filter(answer -> question.clauses().stream()
                        .allMatch(clause -> IntStream.of(clause).anyMatch(literal -> holds(answer, literal))))
                .toList();
    }

    private static int chosen(BitSet row, PairQuestion question) {
        return (int) row.stream().filter(question.chosen()::get).count();
    }

    private static boolean meets(List<BitSet> rows, int literal, int other) {
        return rows.stream().anyMatch(row -> holds(row, literal) && holds(row, other));
    }

    private static boolean holds(BitSet row, int literal) {
        return row.get(literal / 2) == (literal % 2 == 0);
    }
}
