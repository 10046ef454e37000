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
 * @param found the project's modules as they were found, whichever of them are the image's
 * @param index those of the image
 * @param jdk the JDK that is linked
 * @param ignoreSignatures whether signed jars are linked, without their signature
 */
public record PlanInput(
        FeatureCatalog catalog,
        Resolution resolution,
        ModuleIndex found,
        ModuleIndex index,
        TargetJdk jdk,
        boolean ignoreSignatures) {
    /** Of modules that are all the image's. */
    public PlanInput(
            FeatureCatalog catalog, Resolution resolution, ModuleIndex index, TargetJdk jdk, boolean ignoreSignatures) {
        this(catalog, resolution, index, index, jdk, ignoreSignatures);
    }

    PlanInput with(ModuleIndex modules) {
        return new PlanInput(catalog, resolution, found, modules, jdk, ignoreSignatures);
    }
}
