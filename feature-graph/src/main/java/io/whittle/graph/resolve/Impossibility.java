package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.solve.Cone;
import io.whittle.graph.solve.Demand;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.PlatformGraph;
import io.whittle.graph.solve.QuickXplain;
import io.whittle.graph.solve.Refutation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why features cannot be in, alone or together, whatever a profile says.
 *
 * @param features the fewest of those that were asked about which suffice; empty when base alone clashes
 * @param proof how it follows from the catalogue; empty when it would be too long for anybody to read
 */
public record Impossibility(List<String> features, Optional<Proof> proof) {
    public Impossibility {
        features = List.copyOf(features);
    }

    /**
     * Proves that no valid set holds all of these features. Satisfiability in what they can bring in.
     *
     * @throws IllegalArgumentException when one does
     */
    public static Impossibility of(PlatformGraph graph, BitSet features) {
        int[] chosen = Demands.none(graph).chosen();
        BitSet start = (BitSet) features.clone();
        start.set(graph.base());
        Cone cone = Cone.of(graph, start, chosen);
        List<Demand> demands = new ArrayList<>();
        features.stream().forEach(feature -> demands.add(new Demand(Demand.Kind.IN, feature)));
        graph.absent().stream().forEach(feature -> demands.add(new Demand(Demand.Kind.OUT, feature)));
        if (cone.meets(demands)) {
            throw new IllegalArgumentException("these can be in: " + features);
        }
        List<Demand> clash = QuickXplain.smallest(demands, cone::meets);
        return new Impossibility(
                clash.stream()
                        .filter(demand -> demand.kind() == Demand.Kind.IN)
                        .map(demand -> graph.feature(demand.number()))
                        .sorted()
                        .toList(),
                Refutation.of(graph, chosen, clash)
                        .map(contradiction ->
                                ProofTelling.of(graph, Map.of(), contradiction, demand -> statement(graph, demand))));
    }

    /** The proof in words, one sentence a line. */
    public List<String> lines(CatalogSource source) {
        String conclusion = switch (features.size()) {
            case 0 -> "nothing can be had";
            case 1 -> features.get(0) + " can never be in";
            default -> Words.list(features, "and") + " can never be in together";
        };
        return proof.map(found -> new ProofText(new PremiseText(source), conclusion).lines(told(found)))
                .orElse(List.of("  every way to provide what is needed was tried, and each clashes"));
    }

    /** That a feature cannot be in is all there is to say; that supposing it is in fails needs no sentence of its own. */
    private Proof told(Proof found) {
        int last = found.sentences().size() - 1;
        boolean concluded = last > 0
                && features.size() == 1
                && found.sentences().get(last - 1).conclusion().equals(List.of(new Proof.Term(features.get(0), false)))
                && found.sentences().get(last).because().size() == 2;
        return concluded ? new Proof(found.sentences().subList(0, last)) : found;
    }

    private static Statement statement(PlatformGraph graph, Demand demand) {
        Feature feature = graph.catalog().features().get(graph.feature(demand.number()));
        return demand.kind() == Demand.Kind.IN
                ? new Statement.Supposed(feature.name().text(), feature.name().place())
                : new Statement.NotAvailable(
                        feature.name().text(),
                        Availability.of(feature),
                        feature.name().place());
    }
}
