package io.whittle.graph.solve;

import java.util.BitSet;
import java.util.Optional;

/** An answer to which more is added, each time with all it brings or not at all; nothing is taken back. */
public final class Additions {
    private final PlatformGraph graph;
    private final Demands demands;
    private final BitSet impossible;
    private final Growth growth;

    /** Begins with an answer to these demands. */
    public Additions(PlatformGraph graph, Demands demands, Answer answer) {
        this.graph = graph;
        this.demands = demands;
        this.impossible = Fallout.of(graph, demands.banned(), demands.chosen()).members();
        this.growth = new Growth(graph, demands.banned(), demands.chosen());
        growth.addAll(answer.in());
    }

    /** What is in by now; a copy. */
    public BitSet in() {
        return (BitSet) growth.in().clone();
    }

    /**
     * Adds a feature; gives what is in then, or nothing when it cannot come in beside what is in already. What cannot come in
     * once never can. Linear in what it brings, and where that leaves a provider to be chosen, as {@link Solver}.
     */
    public Optional<Answer> add(int feature) {
        if (impossible.get(feature)) {
            return Optional.empty();
        }
        int mark = growth.size();
        boolean fits = growth.add(feature);
        if (fits && growth.open() < 0) {
            return Optional.of(new Answer(growth.in(), demands.chosen()));
        }
        growth.takeBack(mark);
        if (!fits) {
            return Optional.empty();
        }
        Optional<Answer> answer = Solver.solve(graph, demands.with(growth.in()).with(feature), impossible);
        answer.ifPresent(found -> growth.addAll(found.in()));
        return answer;
    }
}
