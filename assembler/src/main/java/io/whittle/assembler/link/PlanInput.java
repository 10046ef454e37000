package io.whittle.assembler.link;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Resolution;

/**
 * What a plan is made of.
 *
 * @param catalog the catalogue, for the owners of modules that are out
 * @param resolution what is in
 * @param index the project's modules
 * @param jdk the JDK that is linked
 * @param ignoreSignatures whether signed jars are linked, without their signature
 */
public record PlanInput(
        FeatureCatalog catalog, Resolution resolution, ModuleIndex index, TargetJdk jdk, boolean ignoreSignatures) {
    PlanInput with(ModuleIndex modules) {
        return new PlanInput(catalog, resolution, modules, jdk, ignoreSignatures);
    }
}
