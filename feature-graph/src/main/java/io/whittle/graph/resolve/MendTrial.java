package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.solve.Demand;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Feasibility;
import io.whittle.graph.solve.PlatformGraph;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes mends, and sees what they come to.
 *
 * @param view the profile as it is
 * @param demands all that it demands
 * @param book which statement each of them stands for
 * @param now what of them can be met together
 * @param peace demands of the profile that can be met together once its clashes are left aside
 */
record MendTrial(PlatformView view, Demands demands, StatementBook book, Feasibility now, Set<Demand> peace) {
    MendTrial {
        peace = Set.copyOf(peace);
    }

    /** The profile after edits. */
    PlatformView after(List<Edit> edits) {
        return see(view.graph(), edits);
    }

    /**
     * Whether a mend does: what clashed can be met, and what could be met before still can; both beside what is demanded only
     * since the mend was made. As costly as to look at a profile anew, and to compile the graph where the catalogue is edited.
     *
     * @param clash what clashed
     */
    boolean does(Mend mend, Set<Demand> clash) {
        if (mend instanceof Mend.InProfiles inProfiles) {
            return does(view.graph(), after(inProfiles.edits()), clash);
        }
        PlatformGraph graph =
                PlatformGraph.of(EditedCatalog.of(view.catalog(), ((Mend.InCatalog) mend).edits()), view.platform());
        return does(graph, see(graph, List.of()), clash);
    }

    private boolean does(PlatformGraph graph, PlatformView mended, Set<Demand> clash) {
        AllExpansion all = AllExpansion.of(mended);
        Demands then = mended.demands().with(all.wanted());
        Feasibility feasibility = new Feasibility(graph, then);
        List<Demand> said = StatementBook.of(mended, all).demands();
        List<Demand> added = said.stream().filter(demand -> isNew(demand, then)).toList();
        Set<Demand> kept = new HashSet<>(said);
        kept.removeAll(added);
        if (!feasibility.meets(join(common(clash, kept), added))) {
            return false;
        }
        if (added.isEmpty() && graph == view.graph()) {
            return true;
        }
        List<Demand> before = common(join(clash, peace), kept);
        // Where other clashes share statements with this one, these cannot be met together either way.
        return feasibility.meets(join(now.meets(before) ? before : common(peace, kept), added));
    }

    private static List<Demand> common(Collection<Demand> demands, Set<Demand> kept) {
        return demands.stream().filter(kept::contains).toList();
    }

    private static List<Demand> join(Collection<Demand> one, Collection<Demand> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    private boolean isNew(Demand demand, Demands then) {
        return !book.statements().containsKey(demand)
                || demand.kind() == Demand.Kind.CHOSEN
                        && then.chosen()[demand.number()] != demands.chosen()[demand.number()];
    }

    private PlatformView see(PlatformGraph graph, List<Edit> edits) {
        Place place =
                view.catalog().profiles().get(view.profile().name()).name().place();
        try {
            return PlatformView.of(graph, EditedProfile.of(view.profile(), place, edits));
        } catch (UnresolvableException notMadeFor) {
            throw new IllegalStateException("no edit changes what a profile is made for", notMadeFor);
        }
    }
}
