package io.whittle.graph.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Holds a refusal against every set of features there is: whether what is said to clash does, whether it does not once any
 * of it is left out, and whether each sentence of the proof follows from those before it.
 */
final class TruthOfFaults {
    private final NaiveResolver naive;
    private final Sentences sentences;
    private final int[] possible;

    TruthOfFaults(NaiveResolver naive) {
        this.naive = naive;
        this.sentences = naive.sentences();
        this.possible = IntStream.range(0, 1 << sentences.count())
                .filter(set -> sentences.background(set, sentences.conflictsOfAvailable))
                .toArray();
    }

    /** What is not true of the refusal; nothing when all of it is. */
    List<String> lies(List<Fault> faults) {
        List<String> lies = new ArrayList<>();
        Set<Set<Statement>> seen = new HashSet<>();
        Set<Statement> told = new HashSet<>();
        for (Fault fault : faults) {
            if (fault instanceof Fault.Clash clash) {
                note(lies, seen.add(Set.copyOf(clash.statements())), "is told twice: ", clash.statements());
                told.addAll(clash.statements());
                tellOn(clash, lies);
            } else {
                lies.add("no platform is named in these models: " + fault);
            }
        }
        note(lies, !faults.isEmpty(), "there is no answer, and no fault: ", faults);
        note(
                lies,
                possible.length == 0 || areMet(demandedBeside(told)),
                "a clash is left that is not told beside ",
                told);
        return lies;
    }

    private void tellOn(Fault.Clash clash, List<String> lies) {
        List<Statement> statements = clash.statements();
        statements.forEach(statement -> note(lies, isSaid(statement), "nobody says ", statement));
        note(lies, !canBeMet(statements), "these can be met: ", statements);
        for (Statement left : statements) {
            List<Statement> others =
                    statements.stream().filter(other -> other != left).toList();
            note(lies, canBeMet(others), "clash without another: ", others);
        }
        for (Statement alike : clash.alike()) {
            note(lies, isSaid(alike) && !statements.contains(alike), "is no other statement: ", alike);
            note(lies, clashesLikewise(clash, alike), "does not clash likewise: ", alike);
        }
        note(lies, clash.proof().isPresent(), "have no proof: ", statements);
        clash.proof().ifPresent(proof -> tellOn(proof, statements, lies));
    }

    private boolean clashesLikewise(Fault.Clash clash, Statement alike) {
        List<IntPredicate> demands = new ArrayList<>(choicesBeside(Set.of()));
        demands.add(meaning(alike));
        clash.statements().stream()
                .filter(TruthOfFaults::forbids)
                .map(this::meaning)
                .forEach(demands::add);
        return !areMet(demands);
    }

    private static boolean forbids(Statement statement) {
        return statement instanceof Statement.Excludes || statement instanceof Statement.NotAvailable;
    }

    private void tellOn(Proof proof, List<Statement> statements, List<String> lies) {
        List<Proof.Sentence> sentencesOfIt = proof.sentences();
        for (int number = 0; number < sentencesOfIt.size(); number++) {
            Proof.Sentence sentence = sentencesOfIt.get(number);
            int here = number;
            boolean grounded = sentence.because().stream().allMatch(premise -> isTrue(premise, statements, here));
            note(lies, grounded, "rests on something nobody says: ", sentence);
            if (grounded) {
                List<IntPredicate> premises = sentence.because().stream()
                        .map(premise -> meaning(premise, sentencesOfIt))
                        .toList();
                IntPredicate conclusion = anyOf(sentence.conclusion());
                boolean follows = IntStream.range(0, 1 << sentences.count())
                        .noneMatch(set -> !conclusion.test(set) && allHold(premises, set));
                note(lies, follows, "does not follow: ", sentence);
            }
        }
        boolean ends = !sentencesOfIt.isEmpty()
                && sentencesOfIt.get(sentencesOfIt.size() - 1).conclusion().isEmpty();
        note(lies, ends, "proves nothing: ", proof);
    }

    private boolean isTrue(Proof.Premise premise, List<Statement> statements, int number) {
        if (premise instanceof Proof.Premise.Said said) {
            return statements.contains(said.statement());
        }
        if (premise instanceof Proof.Premise.Requires requires) {
            int required = requires.feature()
                    .map(feature -> sentences.requires[sentences.index(feature)])
                    .orElse(sentences.baseRequires);
            return Sentences.holds(required, sentences.bit(requires.required()));
        }
        if (premise instanceof Proof.Premise.Needs needs) {
            return sentences.isNeed(needs.need())
                    && needs.providers()
                            .equals(sentences.providerNames(needs.need().capability()));
        }
        if (premise instanceof Proof.Premise.NeedsChosen chosen) {
            return sentences.isNeed(chosen.need())
                    && statements.contains(chosen.choice())
                    && chosen.choice().capability().equals(chosen.need().capability());
        }
        return premise instanceof Proof.Premise.Cannot cannot
                ? sentences.isObstacle(cannot.obstacle())
                : ((Proof.Premise.Earlier) premise).sentence() < number;
    }

    private IntPredicate meaning(Proof.Premise premise, List<Proof.Sentence> proof) {
        if (premise instanceof Proof.Premise.Said said) {
            return meaning(said.statement());
        }
        if (premise instanceof Proof.Premise.Requires requires) {
            int feature = requires.feature().map(sentences::bit).orElse(0);
            int required = sentences.bit(requires.required());
            return set -> !Sentences.holds(set, feature) || Sentences.holds(set, required);
        }
        if (premise instanceof Proof.Premise.Needs needs) {
            int feature = needs.need().feature().map(sentences::bit).orElse(0);
            int providers = sentences.mask(needs.providers());
            return set -> !Sentences.holds(set, feature) || (set & providers) != 0;
        }
        if (premise instanceof Proof.Premise.NeedsChosen chosen) {
            int feature = chosen.need().feature().map(sentences::bit).orElse(0);
            int provider = sentences.bit(chosen.choice().provider());
            return set -> !Sentences.holds(set, feature) || Sentences.holds(set, provider);
        }
        if (premise instanceof Proof.Premise.Cannot cannot) {
            int both = sentences.ends(cannot.obstacle());
            return set -> !Sentences.holds(set, both);
        }
        return anyOf(proof.get(((Proof.Premise.Earlier) premise).sentence()).conclusion());
    }

    private IntPredicate anyOf(List<Proof.Term> terms) {
        int in = sentences.mask(
                terms.stream().filter(Proof.Term::in).map(Proof.Term::feature).toList());
        int out = sentences.mask(terms.stream()
                .filter(term -> !term.in())
                .map(Proof.Term::feature)
                .toList());
        return set -> (set & in) != 0 || (~set & out) != 0;
    }

    private boolean canBeMet(List<Statement> statements) {
        return areMet(statements.stream().map(this::meaning).toList());
    }

    private boolean areMet(List<IntPredicate> demands) {
        for (int set : possible) {
            if (allHold(demands, set)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allHold(List<IntPredicate> demands, int set) {
        for (int i = 0; i < demands.size(); i++) {
            if (!demands.get(i).test(set)) {
                return false;
            }
        }
        return true;
    }

    private IntPredicate meaning(Statement statement) {
        if (statement instanceof Statement.Asks asks) {
            return holding(sentences.bit(asks.word().feature()));
        }
        if (statement instanceof Statement.AsksByAll asks) {
            return holding(sentences.bit(asks.feature()));
        }
        if (statement instanceof Statement.Excludes excludes) {
            return without(sentences.bit(excludes.word().feature()));
        }
        if (statement instanceof Statement.NotAvailable absent) {
            return without(sentences.bit(absent.feature()));
        }
        Statement.Chooses chooses = (Statement.Chooses) statement;
        return choosing(sentences.capabilities.indexOf(chooses.capability()), sentences.bit(chooses.provider()));
    }

    private static IntPredicate holding(int feature) {
        return set -> Sentences.holds(set, feature);
    }

    private static IntPredicate without(int feature) {
        return set -> (set & feature) == 0;
    }

    private IntPredicate choosing(int capability, int provider) {
        return set -> !Sentences.holds(sentences.needed(set), 1 << capability) || Sentences.holds(set, provider);
    }

    private boolean isSaid(Statement statement) {
        if (statement instanceof Statement.Asks asks) {
            return saysTrue(asks.word(), ProfileWord.Stance.INCLUDE, sentences.named);
        }
        if (statement instanceof Statement.AsksByAll asks) {
            return Sentences.holds(naive.wanted(), sentences.bit(asks.feature()));
        }
        if (statement instanceof Statement.Excludes excludes) {
            return saysTrue(excludes.word(), ProfileWord.Stance.EXCLUDE, sentences.excluded);
        }
        if (statement instanceof Statement.NotAvailable absent) {
            return Sentences.holds(sentences.absent, sentences.bit(absent.feature()));
        }
        Statement.Chooses chooses = (Statement.Chooses) statement;
        OptionalInt chosen = naive.chosen(sentences.capabilities.indexOf(chooses.capability()));
        return chosen.isPresent() && sentences.names.get(chosen.getAsInt()).equals(chooses.provider());
    }

    private boolean saysTrue(ProfileWord word, ProfileWord.Stance stance, int features) {
        return word.stance() == stance && Sentences.holds(features, sentences.bit(word.feature()));
    }

    /** All that is demanded beside the catalogue, but for what these already say. */
    private List<IntPredicate> demandedBeside(Set<Statement> told) {
        int in = 0;
        int out = 0;
        Set<String> choices = new HashSet<>();
        for (Statement statement : told) {
            if (statement instanceof Statement.Asks asks) {
                in |= sentences.bit(asks.word().feature());
            } else if (statement instanceof Statement.AsksByAll asks) {
                in |= sentences.bit(asks.feature());
            } else if (statement instanceof Statement.Excludes excludes) {
                out |= sentences.bit(excludes.word().feature());
            } else if (statement instanceof Statement.NotAvailable absent) {
                out |= sentences.bit(absent.feature());
            } else if (statement instanceof Statement.Chooses chooses) {
                choices.add(chooses.capability());
            }
        }
        List<IntPredicate> demands = new ArrayList<>(choicesBeside(choices));
        demands.add(holding((sentences.named | naive.wanted()) & ~in));
        demands.add(without((sentences.excluded | sentences.absent) & ~out));
        return demands;
    }

    private List<IntPredicate> choicesBeside(Set<String> told) {
        List<IntPredicate> choices = new ArrayList<>();
        for (int capability = 0; capability < sentences.capabilities.size(); capability++) {
            OptionalInt chosen = naive.chosen(capability);
            if (chosen.isPresent() && !told.contains(sentences.capabilities.get(capability))) {
                choices.add(choosing(capability, 1 << chosen.getAsInt()));
            }
        }
        return choices;
    }

    private static void note(List<String> lies, boolean isTrue, String lie, Object about) {
        if (!isTrue) {
            lies.add(lie + about);
        }
    }
}
