package io.whittle.graph.resolve;

import io.whittle.graph.solve.Fallout;
import io.whittle.graph.solve.PlatformGraph;
import io.whittle.graph.solve.Solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells for each capability that is needed who was brought in for it, and why not another. */
final class ProviderChoices {
    private ProviderChoices() {}

    static SortedMap<String, ProviderChoice> of(PlatformView view, SoftEdges soft) {
        PlatformGraph graph = view.graph();
        SortedMap<String, ProviderChoice> choices = new TreeMap<>();
        if (graph.needs().size() == 0) {
            return choices;
        }
        Fallout impossible =
                Fallout.of(graph, view.demands().banned(), view.demands().chosen());
        for (int capability = 0; capability < graph.capabilities(); capability++) {
            int provider = soft.provider()[capability];
            if (provider >= 0 && isNeeded(graph, capability, soft.in())) {
                choices.put(graph.capability(capability), choice(view, soft, impossible, capability));
            }
        }
        return choices;
    }

    static boolean isNeeded(PlatformGraph graph, int capability, BitSet in) {
        for (int needer : graph.neededBy().targetsOf(capability)) {
            if (in.get(needer)) {
                return true;
            }
        }
        return false;
    }

    private static ProviderChoice choice(PlatformView view, SoftEdges soft, Fallout impossible, int capability) {
        PlatformGraph graph = view.graph();
        int provider = soft.provider()[capability];
        String name = graph.capability(capability);
        List<String> passedOver = new ArrayList<>();
        ProviderChoice.By by = ProviderChoice.By.PREFERENCE;
        for (int other : graph.providers().targetsOf(capability)) {
            if (other == provider) {
                break;
            }
            passedOver.add(graph.feature(other));
            if (!impossible.holds(other) && by != ProviderChoice.By.CLASH) {
                by = fits(view, soft, other) ? ProviderChoice.By.ANYWAY : ProviderChoice.By.CLASH;
            }
        }
        return new ProviderChoice(
                name,
                graph.feature(provider),
                view.chosen().containsKey(name) ? ProviderChoice.By.PROFILE : by,
                passedOver);
    }

    /** Whether a feature could be in beside all that is: then it was not taken since nobody needs it. */
    private static boolean fits(PlatformView view, SoftEdges soft, int feature) {
        return Solver.solve(view.graph(), view.demands().with(soft.in()).with(feature))
                .isPresent();
    }
}
