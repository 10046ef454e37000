package io.whittle.assembler.cost;

import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Resolution;

import java.util.Optional;
import java.util.Set;

/**
 * Of what costs are told.
 *
 * @param catalog the catalogue
 * @param resolution what the profile comes to
 * @param about features that are asked about; none: all that a profile can name
 * @param plan its image
 * @param plans plans the others
 * @param requires what modules of any of them require
 * @param standing bytes of the profile's image, where it stands as planned: it may hold what weights do not know, an archive of
 *     classes
 * @param measured what checks measured in images that stand
 */
public record CostInput(
        FeatureCatalog catalog,
        Resolution resolution,
        Set<String> about,
        ImagePlan plan,
        VariantPlans plans,
        ModuleRequires requires,
        Optional<Long> standing,
        MeasuredImages measured) {
    public CostInput {
        about = Set.copyOf(about);
    }
}
