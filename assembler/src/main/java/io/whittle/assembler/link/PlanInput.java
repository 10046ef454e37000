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
 * @param jars what may lie on its class path
 * @param jdk the JDK that is linked
 * @param ignoreSignatures whether signed jars are linked, without their signature
 */
public record PlanInput(
        FeatureCatalog catalog,
        Resolution resolution,
        ModuleIndex index,
        JarPath jars,
        TargetJdk jdk,
        boolean ignoreSignatures) {
    /** The same, seen by one image. */
    PlanInput on(PathOfImage path) {
        return new PlanInput(
                catalog,
                resolution,
                path.modules(index),
                new JarPath(path.entries(jars.entries()), jars.edges()),
                jdk,
                ignoreSignatures);
    }
}
