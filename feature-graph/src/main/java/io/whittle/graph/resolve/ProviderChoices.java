package io.whittle.graph.resolve;

import io.whittle.graph.solve.Fallout;
import io.whittle.graph.solve.PlatformGraph;

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
                choices.put(graph.capability(capability), choice(view, impossible, capability, provider));
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

    private static ProviderChoice choice(PlatformView view, Fallout impossible, int capability, int provider) {
        PlatformGraph graph = view.graph();
        String name = graph.capability(capability);
        List<String> passedOver = new ArrayList<>();
        boolean clash = false;
        for (int other : graph.providers().targetsOf(capability)) {
            if (other == provider) {
                break;
            }
            passedOver.add(graph.feature(other));
            clash |= !impossible.holds(other);
        }
        ProviderChoice.By preferred = clash ? ProviderChoice.By.CLASH : ProviderChoice.By.PREFERENCE;
        return new ProviderChoice(
                name,
                graph.feature(provider),
                view.chosen().containsKey(name) ? ProviderChoice.By.PROFILE : preferred,
                passedOver);
    }
}
