package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.evidence.Provision;
import io.whittle.assembler.evidence.ServiceUse;
import io.whittle.assembler.evidence.Use;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.FeatureCatalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that code says of one feature's use of another, and what the catalogue says of it.
 *
 * @param catalog the catalogue
 * @param from the feature that uses; empty for base
 * @param to the one that is used
 * @param declared entries of {@code requires} that name it
 * @param bearsAbsence whether the catalogue says that the one works without the other
 * @param uses the strongest first
 * @param services that one asks for and the other provides
 */
public record EdgeEvidence(
        FeatureCatalog catalog,
        Optional<String> from,
        String to,
        List<Edge> declared,
        boolean bearsAbsence,
        List<Way> uses,
        List<Asked> services) {
    public EdgeEvidence {
        declared = List.copyOf(declared);
        uses = List.copyOf(uses);
        services = List.copyOf(services);
    }

    /**
     * A use.
     *
     * @param through the feature's own module from which the code is reached; the using one itself where it is its own
     * @param use the use, with all of the places that are kept
     */
    public record Way(String through, Use use) {}

    /**
     * A service that is asked for.
     *
     * @param use who asks, and where
     * @param provisions what the other provides of it
     */
    public record Asked(ServiceUse use, List<Provision> provisions) {
        public Asked {
            provisions = List.copyOf(provisions);
        }
    }

    /**
     * Gathers the evidence for one edge. Linear in all evidence.
     *
     * @param from a feature of the catalogue; empty for base
     * @param to another feature of the catalogue
     */
    public static EdgeEvidence of(
            FeatureCatalog catalog, ModuleIndex index, Evidence evidence, Optional<String> from, String to) {
        Owners owners = new Owners(catalog, index, JarEdges.UNKNOWN);
        Declarations declarations = new Declarations(catalog);
        Owner owner = new Owner(from);
        List<Way> uses = new ArrayList<>();
        Optional.ofNullable(FeatureUses.of(evidence, owners).get(owner))
                .map(byTarget -> byTarget.get(to))
                .ifPresent(pair -> pair.all().forEach(way -> uses.add(new Way(way.through(), way.use()))));
        List<Asked> services = new ArrayList<>();
        for (ServiceUse use : evidence.services()) {
            List<Provision> provisions = evidence.provisions().stream()
                    .filter(provision -> provision.service().equals(use.service())
                            && owners.declared(provision.module()).contains(Owner.of(to)))
                    .toList();
            if (!provisions.isEmpty() && owners.of(use.module()).containsKey(owner)) {
                services.add(new Asked(use, provisions));
            }
        }
        return new EdgeEvidence(
                catalog,
                from,
                to,
                declarations.requires(owner).stream()
                        .filter(edge -> edge.target().text().equals(to))
                        .toList(),
                declarations.bearsAbsence(owner, to),
                uses,
                services);
    }
}
