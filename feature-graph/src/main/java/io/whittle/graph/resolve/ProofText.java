package io.whittle.graph.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A proof in sentences, as PubGrub made them a standard: each goes on from the one before it, and what is referred to from
 * elsewhere has a number.
 */
final class ProofText {
    /** Nobody reads more. */
    private static final int MOST = 60;

    private static final String INDENT = "  ";

    private final PremiseText premises;
    private final String contradiction;

    /** With these words for a sentence that concludes that nothing holds. */
    ProofText(PremiseText premises, String contradiction) {
        this.premises = premises;
        this.contradiction = contradiction;
    }

    ProofText(PremiseText premises, Fault.Clash clash) {
        this(
                premises,
                clash.statements().isEmpty()
                        ? "nothing can be had on " + clash.platform()
                        : clash.profile() + " cannot be had on " + clash.platform());
    }

    List<String> lines(Proof proof) {
        Map<Integer, Integer> numbers = numbers(proof);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < proof.sentences().size() && lines.size() < MOST; i++) {
            lines.add(INDENT + line(proof, i, numbers));
        }
        if (proof.sentences().size() > MOST) {
            lines.add(INDENT + "and so on, in " + (proof.sentences().size() - MOST) + " more steps");
        }
        return lines;
    }

    private String line(Proof proof, int index, Map<Integer, Integer> numbers) {
        Proof.Sentence sentence = proof.sentences().get(index);
        List<Proof.Premise> because = new ArrayList<>(sentence.because());
        Proof.Premise before = new Proof.Premise.Earlier(index - 1);
        boolean goesOn = because.remove(before);
        String reasons = Words.list(
                because.stream()
                        .map(premise -> premise instanceof Proof.Premise.Earlier earlier
                                ? conclusion(proof.sentences().get(earlier.sentence())) + " ("
                                        + numbers.get(earlier.sentence()) + ")"
                                : premises.premise(premise))
                        .toList(),
                // What ends in a relative clause must not run into the next.
                because.stream().anyMatch(ProofText::endsInAClause) ? ", and" : "and");
        String number = numbers.containsKey(index) ? " (" + numbers.get(index) + ")" : "";
        return (goesOn ? "and because " : "because ") + reasons + ", " + conclusion(sentence) + number;
    }

    private static boolean endsInAClause(Proof.Premise premise) {
        return premise instanceof Proof.Premise.Needs || premise instanceof Proof.Premise.NeedsChosen;
    }

    /** Sentences that are referred to from elsewhere than the next one. */
    private static Map<Integer, Integer> numbers(Proof proof) {
        SortedMap<Integer, Boolean> referred = new TreeMap<>();
        for (int i = 0; i < proof.sentences().size(); i++) {
            for (Proof.Premise premise : proof.sentences().get(i).because()) {
                if (premise instanceof Proof.Premise.Earlier earlier && earlier.sentence() != i - 1) {
                    referred.put(earlier.sentence(), true);
                }
            }
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        referred.keySet().forEach(sentence -> numbers.put(sentence, numbers.size() + 1));
        return numbers;
    }

    private String conclusion(Proof.Sentence sentence) {
        List<String> in = named(sentence, true);
        List<String> out = named(sentence, false);
        if (in.isEmpty()) {
            return switch (out.size()) {
                case 0 -> contradiction;
                case 1 -> out.get(0) + " cannot be in";
                default -> Words.list(out, "and") + " cannot be in together";
            };
        }
        return (out.isEmpty() ? "" : "with " + Words.list(out, "and") + " ") + Words.list(in, "or") + " must be in";
    }

    private static List<String> named(Proof.Sentence sentence, boolean in) {
        return sentence.conclusion().stream()
                .filter(term -> term.in() == in)
                .map(Proof.Term::feature)
                .collect(Collectors.toList());
    }
}
