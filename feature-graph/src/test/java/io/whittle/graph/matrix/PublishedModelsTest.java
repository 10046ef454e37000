package io.whittle.graph.matrix;

import io.whittle.graph.solve.ClauseSolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows of published models: how many there are, and that they are what they claim, which other code checks. */
class PublishedModelsTest {
    /** Rows of YASA in 15 minutes, as published with SampLNS. */
    @ParameterizedTest
    @CsvSource({
        "bank, 176, 43",
        "fiasco-2017-09-26, 224, 235",
        "uclibc-2008-06-05, 229, 506",
        "busybox-1.18.0, 854, 43",
        "embtoolkit, 1179, 1938"
    })
    void rowsAreFew(String name, int features, int yasa) throws Exception {
        PublishedModel model = PublishedModel.read(name);
        PairSample sample = sample(model, model.concrete(), PairKind.ALL);

        System.out.printf(
                "%s: %d rows for %d of %d pairs of %d features, %d concrete; YASA %d%n",
                name,
                sample.rows().size(),
                sample.feasible(),
                sample.pairs(),
                features,
                model.concrete().cardinality(),
                yasa);
        assertThat(model.features()).hasSize(features);
        assertThat((double) sample.rows().size()).isLessThanOrEqualTo(1.1 * yasa);
        assertHonest(model, model.concrete(), PairKind.ALL, sample);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "fiasco-2017-09-26", "uclibc-2008-06-05", "uclibc", "busybox-1.18.0", "embtoolkit"})
    void rowsOfOneInAndOneOutAreHonest(String name) throws Exception {
        PublishedModel model = PublishedModel.read(name);
        assertHonest(model, model.concrete(), PairKind.MIXED, sample(model, model.concrete(), PairKind.MIXED));
    }

    @ParameterizedTest
    @EnumSource
    void theSameQuestionGivesTheSameRows(PairKind kind) throws Exception {
        PublishedModel model = PublishedModel.read("fiasco-2017-09-26");
        assertThat(sample(model, model.concrete(), kind).rows())
                .isEqualTo(sample(model, model.concrete(), kind).rows());
    }

    private static PairSample sample(PublishedModel model, BitSet chosen, PairKind kind) {
        return PairSampler.sample(
                new PairQuestion(model.features().size(), model.clauses(), chosen, kind), PairProgress.SILENT);
    }

    private static void assertHonest(PublishedModel model, BitSet chosen, PairKind kind, PairSample sample) {
        assertThat(sample.rows()).allSatisfy(row -> assertThat(model.clauses()).allMatch(clause -> meets(row, clause)));
        BitSet[] met = met(model, sample.rows());
        ClauseSolver fresh = new ClauseSolver(model.features().size(), model.clauses());
        Random random = new Random(5);
        long pairs = 0;
        long covered = 0;
        List<String> wrong = new ArrayList<>();
        for (int literal = 0; literal < met.length; literal++) {
            for (int other = literal + 2 - literal % 2; other < met.length; other++) {
                if (!chosen.get(literal / 2)
                        || !chosen.get(other / 2)
                        || kind == PairKind.MIXED && literal % 2 == other % 2) {
                    continue;
                }
                pairs++;
                boolean inARow = met[literal].get(other);
                covered += inARow ? 1 : 0;
                if (inARow != sample.isFeasible(literal, other) || inARow != sample.isCovered(literal, other)) {
                    wrong.add(literal + " with " + other);
                }
                if (!inARow && random.nextInt(20) == 0 && fresh.meets(new int[] {literal, other}, 2)) {
                    wrong.add(literal + " with " + other + " can be");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(sample.pairs()).isEqualTo(pairs);
        assertThat(sample.feasible()).isEqualTo(covered);
        assertThat(sample.covered()).isEqualTo(covered);
    }

    private static BitSet[] met(PublishedModel model, List<BitSet> rows) {
        BitSet[] met = new BitSet[2 * model.features().size()];
        for (int literal = 0; literal < met.length; literal++) {
            met[literal] = new BitSet(met.length);
        }
        for (BitSet row : rows) {
            BitSet literals = new BitSet(met.length);
            for (int variable = 0; variable < model.features().size(); variable++) {
                literals.set(2 * variable + (row.get(variable) ? 0 : 1));
            }
            literals.stream().forEach(literal -> met[literal].or(literals));
        }
        return met;
    }

    private static boolean meets(BitSet row, int[] clause) {
        for (int literal : clause) {
            if (row.get(literal / 2) == (literal % 2 == 0)) {
                return true;
            }
        }
        return false;
    }
}
