package io.whittle.graph.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Adds to a trail all that follows from it, in the order of cause and effect, until something cannot hold. */
final class Propagation {
    private final PlatformGraph graph;
    private final Trail trail;
    private final BitSet relevant;
    private final int[] chosen;
    private final BitSet choices;
    private int next;
    private Optional<Fact> failure = Optional.empty();

    /**
     * Begins with nothing known.
     *
     * @param relevant what can be brought in at all; the rest is not looked at
     * @param choices capabilities whose choice counts
     */
    Propagation(PlatformGraph graph, Trail trail, BitSet relevant, int[] chosen, BitSet choices) {
        this.graph = graph;
        this.trail = trail;
        this.relevant = relevant;
        this.chosen = chosen;
        this.choices = choices;
    }

    /** Lets base and the demands be known; gives what cannot hold then. */
    Optional<Fact> begin(Collection<Demand> demands) {
        trail.add(new Literal(graph.base(), true), null);
        demands.stream()
                .filter(demand -> demand.kind() != Demand.Kind.CHOSEN)
                .sorted(Comparator.comparing(Demand::kind).thenComparing(Demand::number))
                .forEach(demand -> {
                    Literal literal = new Literal(demand.number(), demand.kind() == Demand.Kind.IN);
                    hold(literal, stated(new Fact.Demanded(demand), literal));
                });
        return run();
    }

    /** Supposes that a feature is in; gives what cannot hold then. */
    Optional<Fact> suppose(int feature) {
        trail.suppose(new Literal(feature, true));
        return run();
    }

    /** Takes back what a lesson says cannot be, and goes on with the lesson; gives what cannot hold then. */
    Optional<Fact> learn(Fact lesson, List<Fact> learned) {
        int[] levels = lesson.literals().stream()
                .mapToInt(literal -> trail.level(literal.node()))
                .sorted()
                .toArray();
        int last = levels[levels.length - 1];
        Literal taught = lesson.literals().stream()
                .filter(literal -> trail.level(literal.node()) == last)
                .findFirst()
                .orElseThrow();
        trail.backTo(levels.length == 1 ? 0 : levels[levels.length - 2]);
        next = trail.size();
        failure = Optional.empty();
        hold(taught, lesson);
        Optional<Fact> found = run();
        while (found.isEmpty() && anyOf(learned)) {
            found = run();
        }
        return found;
    }

    /** Whether an earlier lesson says something new; lessons are few. */
    private boolean anyOf(List<Fact> learned) {
        for (Fact lesson : learned) {
            List<Literal> open = new ArrayList<>();
            boolean holds = false;
            for (Literal literal : lesson.literals()) {
                holds |= trail.holds(literal);
                if (!trail.isKnown(literal.node())) {
                    open.add(literal);
                }
            }
            if (!holds && open.size() < 2) {
                if (open.isEmpty()) {
                    failure = Optional.of(lesson);
                } else {
                    hold(open.get(0), lesson);
                }
                return true;
            }
        }
        return false;
    }

    private Optional<Fact> run() {
        while (failure.isEmpty() && next < trail.size()) {
            Literal literal = trail.literal(next++);
            if (literal.in()) {
                in(literal.node());
            } else {
                out(literal.node());
            }
        }
        return failure;
    }

    private void in(int node) {
        Edges<?> requires = graph.requires();
        for (int edge = requires.begin(node); edge < requires.end(node) && failure.isEmpty(); edge++) {
            Literal required = new Literal(requires.target(edge), true);
            hold(required, stated(new Fact.Requirement(edge), required, without(node)));
        }
        Edges<?> needs = graph.needs();
        for (int edge = needs.begin(node); edge < needs.end(node) && failure.isEmpty(); edge++) {
            choice(edge);
            need(edge);
        }
        if (node != graph.base()) {
            conflicts(node);
            exclusive(node);
        }
    }

    private void out(int node) {
        Edges<Integer> requiredBy = graph.requiredBy();
        for (int edge = requiredBy.begin(node); edge < requiredBy.end(node) && failure.isEmpty(); edge++) {
            Literal requirer = without(requiredBy.target(edge));
            if (relevant.get(requirer.node())) {
                hold(
                        requirer,
                        stated(new Fact.Requirement(requiredBy.source(edge)), requirer, new Literal(node, true)));
            }
        }
        for (int capability : graph.provides().targetsOf(node)) {
            Edges<Integer> neededBy = graph.neededBy();
            for (int edge = neededBy.begin(capability); edge < neededBy.end(capability); edge++) {
                if (relevant.get(neededBy.target(edge)) && failure.isEmpty()) {
                    choice(neededBy.source(edge));
                    need(neededBy.source(edge));
                }
            }
        }
    }

    private void need(int edge) {
        Edges<?> needs = graph.needs();
        List<Literal> literals = new ArrayList<>(List.of(without(needs.origin(edge))));
        for (int provider : graph.providers().targetsOf(needs.target(edge))) {
            literals.add(new Literal(provider, true));
        }
        unit(new Fact.Need(edge), literals);
    }

    private void choice(int edge) {
        int capability = graph.needs().target(edge);
        if (choices.get(capability)) {
            unit(
                    new Fact.Choice(edge),
                    List.of(without(graph.needs().origin(edge)), new Literal(chosen[capability], true)));
        }
    }

    private void conflicts(int node) {
        Edges<?> conflicts = graph.conflicts();
        for (int edge = conflicts.begin(node); edge < conflicts.end(node) && failure.isEmpty(); edge++) {
            int other = conflicts.target(edge);
            if (relevant.get(other)) {
                hold(without(other), stated(new Fact.Conflict(edge), without(node), without(other)));
            }
        }
    }

    private void exclusive(int node) {
        for (int capability : graph.provides().targetsOf(node)) {
            if (!graph.isExclusive(capability)) {
                continue;
            }
            for (int other : graph.providers().targetsOf(capability)) {
                if (other != node && relevant.get(other) && failure.isEmpty()) {
                    hold(
                            without(other),
                            stated(new Fact.Exclusive(capability, node, other), without(node), without(other)));
                }
            }
        }
    }

    /** Holds the one literal that is left open when all others are known not to hold. */
    private void unit(Fact.Source source, List<Literal> literals) {
        Literal open = null;
        for (Literal literal : literals) {
            if (trail.holds(literal) || open != null && !trail.isKnown(literal.node())) {
                return;
            }
            if (!trail.isKnown(literal.node())) {
                open = literal;
            }
        }
        Fact fact = stated(source, literals.toArray(Literal[]::new));
        if (open == null) {
            failure = Optional.of(fact);
        } else {
            trail.add(open, fact);
        }
    }

    private void hold(Literal literal, Fact reason) {
        if (!trail.isKnown(literal.node())) {
            trail.add(literal, reason);
        } else if (!trail.holds(literal) && failure.isEmpty()) {
            failure = Optional.of(reason);
        }
    }

    private Fact stated(Fact.Source source, Literal... literals) {
        SortedSet<Literal> set = new TreeSet<>();
        for (Literal literal : literals) {
            // Base is always in: that it is out is never what holds.
            if (literal.node() != graph.base()) {
                set.add(literal);
            }
        }
        return new Fact.Stated(source, set);
    }

    private static Literal without(int node) {
        return new Literal(node, false);
    }
}
