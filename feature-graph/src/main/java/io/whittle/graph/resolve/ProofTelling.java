package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.solve.ClashPoint;
import io.whittle.graph.solve.Demand;
import io.whittle.graph.solve.Fact;
import io.whittle.graph.solve.Literal;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts derived facts into sentences, each after those it rests on. */
final class ProofTelling {
    private final PlatformGraph graph;
    private final Map<String, Statement.Chooses> chosen;
    private final Function<Demand, Statement> statements;
    private final List<Proof.Sentence> sentences = new ArrayList<>();
    private final Map<Fact, Integer> told = new IdentityHashMap<>();

    private ProofTelling(
            PlatformGraph graph, Map<String, Statement.Chooses> chosen, Function<Demand, Statement> statements) {
        this.graph = graph;
        this.chosen = chosen;
        this.statements = statements;
    }

    static Proof of(PlatformView view, Fact contradiction, Function<Demand, Statement> statements) {
        return of(view.graph(), view.chosen(), contradiction, statements);
    }

    static Proof of(
            PlatformGraph graph,
            Map<String, Statement.Chooses> chosen,
            Fact contradiction,
            Function<Demand, Statement> statements) {
        ProofTelling telling = new ProofTelling(graph, chosen, statements);
        telling.tell(contradiction);
        return new Proof(telling.sentences);
    }

    // A proof can be deeper than the stack: facts to tell wait in a list.
    private void tell(Fact last) {
        List<Fact> open = new ArrayList<>(List.of(last));
        while (!open.isEmpty()) {
            Fact fact = open.get(open.size() - 1);
            if (!(fact instanceof Fact.Derived derived) || told.containsKey(fact)) {
                open.remove(open.size() - 1);
                continue;
            }
            List<Fact> before = derived.from().stream()
                    .filter(Fact.Derived.class::isInstance)
                    .filter(other -> !told.containsKey(other))
                    .toList();
            if (before.isEmpty()) {
                open.remove(open.size() - 1);
                told.put(fact, sentences.size());
                sentences.add(sentence(derived));
            } else {
                // The first premise is what the sentence goes on from: it is told last, right before.
                open.addAll(before);
            }
        }
    }

    private Proof.Sentence sentence(Fact.Derived derived) {
        return new Proof.Sentence(
                derived.from().stream()
                        .map(this::premise)
                        .sorted(Comparator.comparingInt(ProofTelling::rank))
                        .toList(),
                derived.literals().stream().map(this::term).toList());
    }

    /** What a sentence goes on from comes first, then who needs what, then what forbids it, then who wants it. */
    private static int rank(Proof.Premise premise) {
        if (premise instanceof Proof.Premise.Earlier) {
            return 0;
        }
        if (premise instanceof Proof.Premise.Said) {
            return 4;
        }
        if (premise instanceof Proof.Premise.Cannot) {
            return 3;
        }
        return premise instanceof Proof.Premise.Requires ? 2 : 1;
    }

    private Proof.Term term(Literal literal) {
        return new Proof.Term(graph.feature(literal.node()), literal.in());
    }

    private Proof.Premise premise(Fact fact) {
        return fact instanceof Fact.Stated stated ? stated(stated.source()) : new Proof.Premise.Earlier(told.get(fact));
    }

    private Proof.Premise stated(Fact.Source source) {
        if (source instanceof Fact.Demanded demanded) {
            return new Proof.Premise.Said(statements.apply(demanded.demand()));
        }
        if (source instanceof Fact.Requirement requirement) {
            return requires(requirement.edge());
        }
        if (source instanceof Fact.Need need) {
            int[] providers = graph.providers().targetsOf(graph.needs().target(need.edge()));
            return new Proof.Premise.Needs(
                    Reasons.need(graph, need.edge()),
                    Arrays.stream(providers).mapToObj(graph::feature).toList());
        }
        if (source instanceof Fact.Choice choice) {
            Need need = Reasons.need(graph, choice.edge());
            return new Proof.Premise.NeedsChosen(need, chosen.get(need.capability()));
        }
        if (source instanceof Fact.Conflict conflict) {
            return new Proof.Premise.Cannot(Obstacles.conflicting(graph, conflict.edge()));
        }
        Fact.Exclusive exclusive = (Fact.Exclusive) source;
        return new Proof.Premise.Cannot(Obstacles.bothProvide(
                graph, new ClashPoint.BothProvide(exclusive.capability(), exclusive.one(), exclusive.other())));
    }

    private Proof.Premise requires(int number) {
        Edge edge = graph.requires().source(number);
        int origin = graph.requires().origin(number);
        return new Proof.Premise.Requires(
                origin == graph.base() ? Optional.empty() : Optional.of(graph.feature(origin)),
                edge.target().text(),
                edge.target().place());
    }
}
