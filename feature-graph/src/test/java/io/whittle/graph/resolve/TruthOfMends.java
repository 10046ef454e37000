package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes each mend in the model's text, and holds what is demanded then against every set of features there is: what clashed must
 * be possible, and what was told of no clash must have stayed so.
 */
final class TruthOfMends {
    private final RandomModel model;
    private final Platform platform;
    private final Demanded before;

    TruthOfMends(RandomModel model, Platform platform) {
        this.model = model;
        this.platform = platform;
        this.before = Demanded.of(new NaiveResolver(model, platform));
    }

    /** What is demanded beside the catalogue: features in and out, and by capability who is chosen. */
    private record Demanded(Sentences sentences, int in, int out, List<OptionalInt> chosen) {
        static Demanded of(NaiveResolver naive) {
            Sentences said = naive.sentences();
            return new Demanded(
                    said,
                    said.named | naive.wanted(),
                    said.excluded | said.absent,
                    IntStream.range(0, said.capabilities.size())
                            .mapToObj(naive::chosen)
                            .toList());
        }

        /** Of what is demanded now only what these statements say, or nobody demanded before. */
        Demanded only(Parts parts, Demanded before) {
            return new Demanded(
                    sentences,
                    in & (parts.in | ~before.in),
                    out & (parts.out | ~before.out),
                    chosen(before, parts.capabilities, true));
        }

        /** Of what is demanded now only what these statements do not say, or nobody demanded before. */
        Demanded without(Parts parts, Demanded before) {
            return new Demanded(
                    sentences,
                    in & (~parts.in | ~before.in),
                    out & (~parts.out | ~before.out),
                    chosen(before, parts.capabilities, false));
        }

        private List<OptionalInt> chosen(Demanded before, int capabilities, boolean those) {
            return IntStream.range(0, chosen.size())
                    .mapToObj(capability -> (capabilities >> capability & 1) == 1 == those
                                    || !chosen.get(capability).equals(before.chosen.get(capability))
                            ? chosen.get(capability)
                            : OptionalInt.empty())
                    .toList();
        }

        boolean canBeMet() {
            return IntStream.range(0, 1 << sentences.count())
                    .filter(set -> Sentences.holds(set, in) && (set & out) == 0)
                    .filter(set -> sentences.background(set, sentences.conflictsOfAvailable))
                    .anyMatch(this::heedsChoices);
        }

        private boolean heedsChoices(int set) {
            int needed = sentences.needed(set);
            return IntStream.range(0, chosen.size())
                    .filter(capability -> (needed >> capability & 1) == 1)
                    .allMatch(capability -> chosen.get(capability).isEmpty()
                            || (set >> chosen.get(capability).getAsInt() & 1) == 1);
        }
    }

    /** What statements are about, as masks. */
    private record Parts(int in, int out, int capabilities) {
        static Parts of(Collection<Statement> statements, Sentences sentences) {
            int in = 0;
            int out = 0;
            int capabilities = 0;
            for (Statement statement : statements) {
                if (ClashParts.isAsking(statement)) {
                    in |= sentences.bit(ClashParts.feature(statement));
                } else if (statement instanceof Statement.Excludes excludes) {
                    out |= sentences.bit(excludes.word().feature());
                } else if (statement instanceof Statement.NotAvailable absent) {
                    out |= sentences.bit(absent.feature());
                } else {
                    capabilities |= 1 << sentences.capabilities.indexOf(((Statement.Chooses) statement).capability());
                }
            }
            return new Parts(in, out, capabilities);
        }
    }

    /** What is not true of the mends; nothing when each of them does. */
    List<String> lies(List<Fault> faults) {
        List<Fault.Clash> clashes = faults.stream().map(Fault.Clash.class::cast).toList();
        List<Statement> told =
                clashes.stream().flatMap(TruthOfMends::statements).toList();
        boolean peaceful =
                before.without(Parts.of(told, before.sentences), before).canBeMet();
        List<String> lies = new ArrayList<>();
        for (Fault.Clash clash : clashes) {
            for (Mend mend : clash.mends()) {
                Demanded after = Demanded.of(new NaiveResolver(MendedModel.of(model, mend), platform));
                Parts clashing = Parts.of(statements(clash).toList(), before.sentences);
                if (!after.only(clashing, before).canBeMet()) {
                    lies.add("does not mend " + clash.statements() + ": " + mend);
                }
                if (peaceful
                        && !after.without(Parts.of(told, before.sentences), before)
                                .canBeMet()) {
                    lies.add("what could be met clashes after " + mend);
                }
            }
        }
        return lies;
    }

    private static Stream<Statement> statements(Fault.Clash clash) {
        return Stream.concat(clash.statements().stream(), clash.alike().stream());
    }
}
